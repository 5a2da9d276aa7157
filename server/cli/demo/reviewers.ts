import type { Caller } from "@/server/api/root";
import { fnv1a, momentFor } from "@/server/domain/moment";
import type { RejectReason } from "@/server/domain/review";
import { MINUTE_MS, SECOND_MS } from "@/server/domain/time";
import type { Stage } from "./stage";

const REJECTIONS: readonly RejectReason[] = [
  "wrong-moment",
  "wrong-moment",
  "wrong-offer",
  "too-many",
  "tone",
];
const APPROVED = 0.86;
const EDITED = 0.05;
/** So many with the same words are approved together. */
const TOGETHER = 6;
const MOST = 200;

type Row = Awaited<ReturnType<Caller["review"]["list"]>>["rows"][number];

/**
 * Reviewers work through a share of the queue: what is the same goes together, most of the rest is approved, some is
 * edited, some turned down.
 */
export async function workThroughQueue(
  stage: Stage,
  reviewers: readonly Caller[],
  share: number,
): Promise<void> {
  const { rows } = await firstOf(reviewers).review.list({ limit: MOST });
  const dice = (id: number) => momentFor(0, fnv1a("reviewers"), id, 0).random;
  const inTurn = rows.toSorted((a, b) => dice(a.id)() - dice(b.id)());
  const taken = inTurn.slice(0, Math.ceil(rows.length * share));
  const alone = await approveTogether(stage, firstOf(reviewers), taken, rows);
  for (const row of alone) {
    const reviewer = reviewers[row.id % reviewers.length] ?? firstOf(reviewers);
    await decide(stage, reviewer, row, dice(row.id + 1));
  }
}

/** Approves groups that wait for one reason alone with the same words. Answers what has to be looked at one by one. */
async function approveTogether(
  { clock }: Stage,
  reviewer: Caller,
  taken: readonly Row[],
  all: readonly Row[],
): Promise<Row[]> {
  const keyOf = ({ creativeHash, reasons }: Row) =>
    reasons.length === 1 ? `${creativeHash} ${reasons[0]}` : "";
  const left: Row[] = [];
  const groups = new Map<string, Row[]>();
  for (const row of taken) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  for (const [key, rows] of groups) {
    const [first] = rows;
    const isWhole = all.length < MOST && rows.length === all.filter((row) => keyOf(row) === key).length;
    if (first === undefined || key === "" || !isWhole || rows.length < TOGETHER) left.push(...rows);
    else {
      clock.advance(2 * MINUTE_MS);
      const onlyReason = first.reasons[0] ?? null;
      await reviewer.review.bulkApprove({
        creativeHashes: [first.creativeHash],
        expectedCount: rows.length,
        onlyReason,
      });
    }
  }
  return left;
}

async function decide(
  { clock }: Stage,
  reviewer: Caller,
  { id, creativeHash }: Row,
  random: () => number,
): Promise<void> {
  const ms = Math.round((9 + random() ** 2 * 110) * SECOND_MS);
  clock.advance(ms + Math.round(random() * 20) * SECOND_MS);
  const dice = random();
  const edited = dice < EDITED ? await reword(reviewer, id, creativeHash) : null;
  if (edited !== null)
    await reviewer.review.approve({
      id,
      creativeHash: edited,
      ms: ms + 70_000,
      note: "A friendlier first line",
    });
  else if (dice < EDITED + APPROVED) await reviewer.review.approve({ id, creativeHash, ms, note: "" });
  else {
    const reasonCode = REJECTIONS[Math.floor(random() * REJECTIONS.length)] ?? "wrong-moment";
    await reviewer.review.reject({ id, creativeHash, reasonCode, note: "", ms });
  }
}

/** Puts a sentence of one's own before the rest; answers the new content's hash, or null where it may not be saved. */
async function reword(reviewer: Caller, id: number, creativeHash: string): Promise<string | null> {
  const { creative } = await reviewer.review.get({ id });
  if (creative.copy === null) return null;
  const [first = "", ...rest] = creative.copy.paragraphs;
  const copy = { ...creative.copy, paragraphs: [`It is good to write to you again. ${first}`, ...rest] };
  const { canSave } = await reviewer.review.check({ id, copy });
  if (!canSave) return null;
  return (await reviewer.review.edit({ id, creativeHash, copy })).creativeHash;
}

function firstOf(reviewers: readonly Caller[]): Caller {
  const [first] = reviewers;
  if (first === undefined) throw new RangeError("nobody reviews");
  return first;
}
