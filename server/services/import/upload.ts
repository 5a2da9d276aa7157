import { z } from "zod";
import { Refusal } from "@/server/errors";
import { removeUpload, storeUpload, TooLong } from "@/server/store/intake-files";
import { view } from "../verb";

type Body = AsyncIterable<Uint8Array> | null;

const input = z.object({
  body: z.custom<Body>(),
  /** what the sender says; 0: nothing */
  announcedBytes: z.number().default(0),
  maxBytes: z.number().int().positive(),
});

/**
 * Stores a file for an import, for a day at most. Nothing that others could see changes: the import that reads it does.
 * Throws TooLong beyond `maxBytes`.
 */
export const uploadFile = view(
  { needs: "import.write", input },
  async ({ input: { body, announcedBytes, maxBytes } }) => {
    if (announcedBytes > maxBytes) throw new TooLong(`more than ${maxBytes} bytes`);
    if (body === null) throw new Refusal("BAD_REQUEST", "body: send the file as the body");
    const stored = await storeUpload(body, maxBytes);
    if (stored.bytes > 0) return stored;
    await removeUpload(stored.upload);
    throw new Refusal("BAD_REQUEST", "body: the file is empty");
  },
);
