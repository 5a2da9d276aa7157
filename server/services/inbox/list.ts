import { z } from "zod";
import { sandboxMails } from "@/server/store/sandbox";
import { view } from "../verb";

const input = z
  .object({
    search: z.string().trim().max(200).default(""),
    page: z.number().int().min(1).max(10_000).default(1),
    pageSize: z.number().int().min(1).max(100).default(25),
  })
  .prefault({});

/** Mails that the sandbox took, newest first. Empty where a real mail server is configured. */
export const listMails = view({ needs: "inbox.read", input }, ({ ctx, input: { search, page, pageSize } }) =>
  sandboxMails(ctx.platform.database.sql, { search, limit: pageSize, offset: (page - 1) * pageSize }),
);
