/** The body of a request as text; null where it is longer than `maxBytes`, of which no more is ever held. */
export async function cappedText(request: Request, maxBytes: number): Promise<string | null> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) return null;
  if (request.body === null) return "";
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // an async iterator that is left early cancels the stream
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
