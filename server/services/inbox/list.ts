import { z } from "zod";
import { sandboxMails } from "@/server/store/sandbox";
import { view } from "../verb";

const input = z
  .object({
    search: z.string().trim().max(200).default(""),
    limit: z.number().int().min(1).max(200).default(50),
    offset: z.number().int().min(0).max(1_000_000).default(0),
  })
  .prefault({});

/** Mails that the sandbox took, newest first. Empty where a real mail server is configured. */
export const listMails = view({ needs: "inbox.read", input }, ({ ctx, input: page }) =>
  sandboxMails(ctx.platform.database.sql, page),
);
