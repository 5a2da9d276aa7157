import { Readable } from "node:stream";
import type { Caller } from "@/server/api/root";
import { storeUpload } from "@/server/store/intake-files";

const MAX_BYTES = 1_000_000_000;

type ImportRequest = Omit<Parameters<Caller["import"]["create"]>[0], "upload">;

/** Uploads a file, makes its import and starts it, as the console does. Answers the import's id. */
export async function bringIn(
  caller: Caller,
  body: string | AsyncIterable<Uint8Array>,
  request: ImportRequest,
): Promise<number> {
  const bytes = typeof body === "string" ? Readable.from([Buffer.from(body)]) : body;
  const { upload } = await storeUpload(bytes, MAX_BYTES);
  const { id } = await caller.import.create({ ...request, upload });
  await caller.import.start({ id });
  return id;
}

/** Fails, with the reasons, when an import did not end as it should. */
export async function expectDone(caller: Caller, id: number): Promise<{ rows: number; accepted: number }> {
  const { state, error, rows, accepted } = await caller.import.get({ id });
  if (state !== "done") throw new Error(`import ${id} is ${state}: ${error ?? "no reason given"}`);
  return { rows, accepted };
}
