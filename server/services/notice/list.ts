import { z } from "zod";
import { may } from "@/server/context";
import { DUE_SOON_MS, NOTICE_DAYS_MS, NOTICES, type NoticeKind } from "@/server/domain/notice";
import { noticesOf } from "@/server/store/notices";
import { view } from "../verb";

const NEWEST = 3;

/** What needs the asking person: of each kind they may do something about, how many, how many are new to them, the newest. */
export const listNotices = view(
  { needs: "session.own", input: z.object({}).default({}) },
  async ({ ctx: { actor, platform }, now }) => {
    if (actor.kind !== "user") return { groups: [], unseen: 0 };
    const at = {
      now,
      dueUntil: new Date(now.getTime() + DUE_SOON_MS),
      after: new Date(now.getTime() - NOTICE_DAYS_MS),
      userId: actor.id,
      limit: NEWEST,
    };
    const kinds = (Object.keys(NOTICES) as NoticeKind[]).filter((kind) => may(actor, NOTICES[kind]));
    const groups = await Promise.all(
      kinds.map(async (kind) => ({ kind, ...(await noticesOf(platform.database.sql, kind, at)) })),
    );
    return {
      groups: groups.filter(({ count }) => count > 0),
      unseen: groups.reduce((sum, group) => sum + group.unseen, 0),
    };
  },
);
