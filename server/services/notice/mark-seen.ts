import { z } from "zod";
import { NOTICES, type NoticeKind } from "@/server/domain/notice";
import { Refusal } from "@/server/errors";
import { markNotices } from "@/server/store/notices";
import { verb } from "../verb";

const KINDS = Object.keys(NOTICES) as [NoticeKind, ...NoticeKind[]];

const input = z.object({
  /** of each kind, the newest that was shown: what came later is still new */
  seen: z
    .array(z.object({ kind: z.enum(KINDS), until: z.date() }))
    .min(1)
    .max(KINDS.length)
    .refine((seen) => new Set(seen.map(({ kind }) => kind)).size === seen.length, "name each kind once"),
});

/** Remembers for one person what the bell has shown them. */
export const markNoticesSeen = verb(
  { action: "notice.seen", needs: "session.own", input },
  async ({ tx, actor, input: { seen } }) => {
    if (actor.kind !== "user") throw new Refusal("FORBIDDEN", "only a person reads notices");
    await markNotices(tx.sql, actor.id, seen);
    return {
      out: { seen: seen.length },
      entity: { type: "user", id: String(actor.id) },
      before: null,
      after: { kinds: seen.map(({ kind }) => kind) },
    };
  },
);
