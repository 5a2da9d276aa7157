import { Refusal } from "@/server/errors";
import type { Platform } from "@/server/platform";
import { uploadFile } from "@/server/services/import/upload";
import { TooLong } from "@/server/store/intake-files";
import { contextOf } from "../context";
import { isFromUs } from "../handle-request";
import { answerRefusal } from "./answer-refusal";

type Options = { platform: Platform; origins: readonly string[]; maxBytes?: number };

/** Half a year of a large shop's order lines, uncompressed. */
const MAX_BYTES = 1_000_000_000;

/**
 * A file on its way in: a POST with the file as its body, from one of our own pages, by somebody who may import. It goes
 * to disk as it comes; answers the name by which `import.preview` and `import.create` know it.
 */
export async function receiveUpload(request: Request, options: Options): Promise<Response> {
  const { platform, origins, maxBytes = MAX_BYTES } = options;
  try {
    if (!isFromUs(request, origins))
      throw new Refusal("FORBIDDEN", `origin: open the console at ${origins[0]}`);
    const ctx = await contextOf(request, platform);
    const stored = await uploadFile(ctx, {
      // Node's web streams can be iterated; the types of the browser do not say so
      body: request.body as unknown as AsyncIterable<Uint8Array> | null,
      announcedBytes: Number(request.headers.get("content-length") ?? 0),
      maxBytes,
    });
    return Response.json(stored, { status: 201, headers: { "cache-control": "no-store" } });
  } catch (error) {
    if (!(error instanceof TooLong)) return answerRefusal(error);
    const message = `body: send at most ${maxBytes} bytes, or a gzipped file`;
    return Response.json({ error: { code: "PAYLOAD_TOO_LARGE", message } }, { status: 413 });
  }
}
