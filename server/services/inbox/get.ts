import { z } from "zod";
import { readMail } from "@/server/domain/mime/read-mail";
import { Refusal } from "@/server/errors";
import { sandboxMail } from "@/server/store/sandbox";
import { view } from "../verb";

/** One mail of the sandbox, read: headers, text and HTML. The HTML is a stranger's: show it in a frame without scripts. */
export const getMail = view(
  { needs: "inbox.read", input: z.object({ id: z.number().int().positive() }) },
  async ({ ctx, input: { id } }) => {
    const mail = await sandboxMail(ctx.platform.database.sql, id);
    if (mail === null) throw new Refusal("NOT_FOUND", `id: there is no mail ${id}`);
    const { raw, ...row } = mail;
    const { headers, html, text } = readMail(Buffer.from(raw).toString("latin1"));
    return { ...row, headers, html, text, bytes: raw.length };
  },
);
