import { fnv1a, momentFor } from "@/server/domain/moment";
import { HOUR_MS, MINUTE_MS } from "@/server/domain/time";
import type { NewOutcome } from "@/server/store/touches.sql";

/** How the readers of one campaign's mails behave: chances of a touch, of an opened one, of a clicked one. */
export type Temper = { opens: number; clicks: number; orders: number; leaves: number; complains: number };

/** A mail that arrived with somebody. */
export type Arrived = {
  outboxId: number;
  customerId: number;
  campaignId: number;
  to: string;
  variant: string;
  offer: { code: string | null; percent: number } | null;
};
export type Reaction = { at: Date; mail: Arrived } & (
  | { kind: "seen"; outcome: NewOutcome }
  | { kind: "order" | "leave" | "complain" }
);

/**
 * The truth behind the demo's lift. A mail makes some of its readers order who would not have ordered: `orders` of those
 * who clicked, beside what everybody buys by themselves. Variant b draws a quarter more clicks. Nothing else differs
 * between the treated and the held out.
 */
const CLICKS_OF_VARIANT: Readonly<Record<string, number>> = { b: 1.25 };
/** Of all mails, so many are opened by the recipient's mail program or a scanner before anybody reads. */
const MACHINES = 0.07;
const DEAD_ADDRESSES = 0.006;

/** What readers make of the first mails, against those at the end of the season: the agent has to learn what suits whom. */
const AT_FIRST = 0.6;

/** How readers behave when a share (0–1) of the season has passed. */
export const temperAfter = (share: number, { orders, ...temper }: Temper): Temper => ({
  ...temper,
  orders: orders * (AT_FIRST + (1 - AT_FIRST) * share),
});

const diceOf = (text: string) => momentFor(0, fnv1a(text), 1, 0).random;

/** Whether mail to this address bounces, always. */
export const isDead = (to: string): boolean => diceOf(`dead ${to}`)() < DEAD_ADDRESSES;

/** What becomes of a mail: the same reader does the same with the same mail. Some people open much, others hardly. */
export function reactionsTo(mail: Arrived, at: Date, temper: Temper): Reaction[] {
  const random = diceOf(`${mail.to} ${mail.outboxId}`);
  const keen = 0.35 + diceOf(`keen ${mail.to}`)() * 1.3;
  const dice = {
    machine: random(),
    open: random(),
    click: random(),
    order: random(),
    leave: random(),
    complain: random(),
  };
  const after = (ms: number) => new Date(at.getTime() + ms);
  const openMs = 4 * MINUTE_MS + random() ** 2.5 * 5 * HOUR_MS;
  const pause = random();
  const reactions: Reaction[] = [];
  if (dice.machine < MACHINES)
    reactions.push(seen(mail, "open", after(90_000), { n: 0, bot: "apple-mail-privacy" }));
  if (dice.complain < temper.complains)
    reactions.push({ kind: "complain", at: after(openMs + MINUTE_MS), mail });
  if (dice.open >= temper.opens * keen) return reactions;
  reactions.push(seen(mail, "open", after(openMs), { n: 0, bot: null }));
  if (dice.leave < temper.leaves) reactions.push({ kind: "leave", at: after(openMs + 2 * MINUTE_MS), mail });
  if (dice.click >= temper.clicks * (CLICKS_OF_VARIANT[mail.variant] ?? 1)) return reactions;
  reactions.push(seen(mail, "click", after(openMs + 20_000 + pause * 3 * MINUTE_MS), { n: 1, bot: null }));
  if (dice.order < temper.orders)
    reactions.push({ kind: "order", at: after(openMs + 8 * MINUTE_MS + pause ** 2 * 60 * HOUR_MS), mail });
  return reactions;
}

function seen(
  mail: Arrived,
  kind: "open" | "click",
  at: Date,
  { n, bot }: { n: number; bot: string | null },
): Reaction {
  const { outboxId, customerId, campaignId } = mail;
  const ref = `${kind}:${outboxId}${kind === "click" ? `:${n}` : ""}${bot === null ? "" : ":bot"}`;
  const about = { outboxId, customerId, campaignId };
  return {
    kind: "seen",
    at,
    mail,
    outcome: { ...about, kind, bot: bot !== null, detail: bot, ref, atMs: at.getTime() },
  };
}
