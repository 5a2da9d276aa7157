import { z } from "zod";
import { type Context, nameOf } from "@/server/context";
import { appendEntries } from "@/server/store/audit";
import { expireLeases, settleUncertain, uncertainMessages } from "@/server/store/outbox-settle.sql";
import { takenBySandbox } from "@/server/store/sandbox";
import { settingInForce } from "@/server/store/settings";
import { insertTouches } from "@/server/store/touches.sql";
import { job } from "../verb";

/** Rows that one call looks at. */
const LIMIT = 500;

/**
 * Declares claims uncertain whose worker never came back: a byte may have left, so they are never sent again by
 * themselves. Then settles what can be known: a message that the sandbox took did arrive. Others wait for a person.
 */
export const recoverLeases = job({ input: z.object({}).default({}) }, async ({ ctx, now }) => {
  const actor = nameOf(ctx.actor);
  const expired = await ctx.platform.database.bulk(async ({ sql }) => {
    const rows = await expireLeases(sql, now, LIMIT);
    const entries = rows.map(({ id, ...data }) => ({
      actor,
      action: "outbox.uncertain",
      entity: { type: "outbox", id: String(id) },
      data: { ...data, why: "lease.expired" },
    }));
    await appendEntries(sql, now, entries);
    return rows.length;
  });
  return { expired, reconciled: await reconcileWithSandbox(ctx, now, actor) };
});

async function reconcileWithSandbox({ platform }: Context, now: Date, actor: string): Promise<number> {
  const { database } = platform;
  const uncertain = await uncertainMessages(database.sql, LIMIT);
  if (uncertain.length === 0) return 0;
  const configuration = (await settingInForce(database.sql, "configuration")).body;
  const taken = await takenBySandbox(
    database.sql,
    uncertain.map(({ messageId }) => messageId),
  );
  let settled = 0;
  for (const { id, messageId } of uncertain) {
    const takenAt = taken.get(messageId);
    if (takenAt === undefined) continue;
    await database.bulk(async ({ sql }) => {
      const row = await settleUncertain(sql, id, { state: "sent", reason: "sandbox.took-it" }, now);
      if (row === null) return;
      await insertTouches(sql, [{ ...row, costMinor: configuration.touchCostMinor.email }], takenAt);
      const { runId, customerId, campaignId } = row;
      const data = { runId, customerId, campaignId, why: "sandbox.took-it" };
      await appendEntries(sql, now, [
        { actor, action: "outbox.sent", entity: { type: "outbox", id: String(id) }, data },
      ]);
      settled++;
    });
  }
  return settled;
}
