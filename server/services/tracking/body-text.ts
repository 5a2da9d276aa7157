/** A one-click body has some thirty characters; a form of ours fewer. */
const LARGEST_BYTES = 4096;

/** The first bytes of a small body. What is beyond is not read: an unsubscribe must not fail for what a mail program adds. */
export async function bodyText(request: Request): Promise<string> {
  const reader = request.body?.getReader();
  if (reader === undefined) return "";
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  while (bytes < LARGEST_BYTES) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    bytes += value.length;
  }
  await reader.cancel();
  return Buffer.concat(chunks).subarray(0, LARGEST_BYTES).toString("utf8");
}
