import { type Actor, nameOf } from "@/server/context";
import { REVIEW_MOVES, type ReviewState } from "@/server/domain/review";
import { MINUTE_MS } from "@/server/domain/time";
import { Refusal } from "@/server/errors";
import type { Sql } from "@/server/store/database";
import { holdRuns, type ReviewItem, reviewItem } from "@/server/store/reviews";
import { settingInForce } from "@/server/store/settings";

/**
 * The held item with exactly the content that was shown, its campaign kept as it is until the transaction ends.
 *
 * Refuses an unknown item, one that is decided, one whose words changed since (both CONFLICT), and one whose campaign
 * was stopped. The campaign is locked first, as a stop does: the two wait for each other and never deadlock.
 */
export async function heldItem(
  sql: Sql,
  id: number,
  shownHash: string | null,
  to: ReviewState,
): Promise<ReviewItem> {
  const item = await existing(sql, id);
  await runsGoOn(sql, [item.runId]);
  refuseMove(item.state, to);
  if (shownHash !== null && item.creativeHash !== shownHash) throw contentChanged();
  return item;
}

/** Refuses what the table of permitted states does not allow; who edits goes through here as who would approve. */
export function refuseMove(from: ReviewState, to: ReviewState): void {
  if (!REVIEW_MOVES[from].includes(to)) throw new Refusal("CONFLICT", `id: this message is already ${from}`);
}

/** The item; `lock` keeps it from others until the transaction ends. Refuses an unknown id. */
export async function existing(sql: Sql, id: number, lock = false): Promise<ReviewItem> {
  const item = await reviewItem(sql, id, lock);
  if (item === null) throw new Refusal("NOT_FOUND", `id: there is no review item ${id}`);
  return item;
}

/** Refuses where nothing of these runs may be sent any more, and keeps it so until the transaction ends. */
export async function runsGoOn(sql: Sql, runIds: readonly number[]): Promise<void> {
  for (const { runId, run, campaign } of await holdRuns(sql, runIds)) {
    if (campaign !== "live" && campaign !== "paused") {
      throw new Refusal("CONFLICT", `id: its campaign is ${campaign}, so nothing of it is sent any more`);
    }
    if (run === "stopped" || run === "failed") {
      throw new Refusal("CONFLICT", `id: run ${runId} is ${run}, so nothing of it is sent any more`);
    }
  }
}

export const contentChanged = () =>
  new Refusal("CONFLICT", "creativeHash: the content changed since it was shown; look at it again");

export const lostRace = (id: number) =>
  new Refusal("CONFLICT", `id: somebody else has just decided or edited message ${id}`);

type ReviewPolicy = { graceUntil: Date; fourEyes: boolean };

/** What the policy in force says of a decision made now. */
export async function reviewPolicy(sql: Sql, now: Date): Promise<ReviewPolicy> {
  const { graceMinutes, fourEyes } = (await settingInForce(sql, "policy")).body.review;
  return { graceUntil: new Date(now.getTime() + graceMinutes * MINUTE_MS), fourEyes };
}

/** Four eyes, where the policy sets them: whoever wrote the words does not approve them. */
export function refuseOwnWords(item: Pick<ReviewItem, "wordsBy">, actor: Actor, policy: ReviewPolicy): void {
  if (policy.fourEyes && item.wordsBy === nameOf(actor)) {
    throw new Refusal("FORBIDDEN", "id: you wrote these words, so somebody else has to approve it");
  }
}
