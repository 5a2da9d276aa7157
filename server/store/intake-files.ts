import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { DAY_MS } from "@/server/domain/time";
import { env } from "@/server/env.mjs";

const FOLDER = path.resolve(env.DATA_DIR, "uploads");
const NAME = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Uploads that nobody imported hold personal data: they go after a day. */
const KEEP_MS = DAY_MS;

/** Where an uploaded file lies, by the name that storing it gave; null for any other text, so that no path leaves the folder. */
export const uploadedFile = (upload: string): string | null =>
  NAME.test(upload) ? path.join(FOLDER, upload) : null;

/** The body was longer than it may be. Nothing of it was kept. */
export class TooLong extends Error {}

/** Stores what a stream brings under a new name, and forgets what was left from other days. Throws TooLong beyond `maxBytes`. */
export async function storeUpload(
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<{ upload: string; bytes: number }> {
  await removeStaleUploads();
  const upload = randomUUID();
  const file = path.join(FOLDER, upload);
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(bytes > maxBytes ? new TooLong(`more than ${maxBytes} bytes`) : null, chunk);
    },
  });
  try {
    await pipeline(body, counted, createWriteStream(file, { mode: 0o600, flags: "wx" }));
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
  return { upload, bytes };
}

/** Removes an uploaded file that was read to its end. */
export async function removeUpload(upload: string): Promise<void> {
  const file = uploadedFile(upload);
  if (file !== null) await rm(file, { force: true });
}

/** Removes uploads that lay for a day. Files age by the machine's own clock, whatever time it is for the caller. */
export async function removeStaleUploads(): Promise<void> {
  await mkdir(FOLDER, { recursive: true, mode: 0o700 });
  for (const name of await readdir(FOLDER)) {
    const file = path.join(FOLDER, name);
    // one that is gone meanwhile is as young as can be
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Date.now() }));
    if (NAME.test(name) && Date.now() - mtimeMs > KEEP_MS) await rm(file, { force: true });
  }
}
