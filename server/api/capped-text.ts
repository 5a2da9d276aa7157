import { SECOND_MS } from "@/server/domain/time";

/** Whoever sends slower than this holds what the reading takes for nothing. */
const PATIENCE_MS = 10 * SECOND_MS;

/** A body that was not read to its end: what to answer, and why. */
export type Unread = { status: 408 | 413; reason: string };

/** The body of a request as text, or why it was not read: longer than `maxBytes`, of which no more is ever held, or too slow. */
export async function cappedText(request: Request, maxBytes: number): Promise<string | Unread> {
  const tooLarge: Unread = { status: 413, reason: `send at most ${maxBytes} bytes` };
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) return tooLarge;
  if (request.body === null) return "";
  const reader = request.body.getReader();
  const abandon = () => void reader.cancel().catch(() => undefined); // nobody waits for what a gone client says
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    abandon(); // which ends the read that waits
  }, PATIENCE_MS);
  try {
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
      bytes += value?.byteLength ?? 0;
      if (bytes > maxBytes) {
        abandon();
        return tooLarge;
      }
      if (value !== undefined) chunks.push(value);
    }
    if (isLate) return { status: 408, reason: `send it within ${PATIENCE_MS / SECOND_MS} seconds` };
    return Buffer.concat(chunks).toString("utf8");
  } finally {
    clearTimeout(timer);
  }
}
