import { readMail } from "@/server/domain/mime/read-mail";
import { fnv1a, momentFor } from "@/server/domain/moment";
import { HOUR_MS, MINUTE_MS } from "@/server/domain/time";

/** What a recipient does with a mail, and when. */
export type Reaction = {
  at: Date;
  kind: "open" | "click" | "unsubscribe" | "order";
  token: string;
  to: string;
};

const OPENS = 0.38;
const CLICKS = 0.24;
const ORDERS_AFTER_CLICK = 0.3;
const ORDERS_UNSEEN = 0.004;
const LEAVES = 0.01;

/** A mail as the sandbox took it, and what its reader makes of it: the same reader does the same with the same mail. */
export function reactionsTo(raw: Buffer, to: string, at: Date): Reaction[] {
  const { html, subject, headers } = readMail(raw.toString("latin1"));
  const { random } = momentFor(0, fnv1a(`${to} ${subject}`), 1, 0);
  const after = (ms: number) => new Date(at.getTime() + ms);
  const reactions: Reaction[] = [];
  const react = (kind: Reaction["kind"], ms: number, token: string) =>
    reactions.push({ at: after(ms), kind, token, to });
  const openToken = /\/api\/o\/([\w-]+)/.exec(html)?.[1] ?? "";
  const clickToken = /\/api\/c\/([\w-]+)/.exec(html)?.[1] ?? "";
  const leaveToken =
    /\/u\/([\w-]+)/.exec(headers.find(({ name }) => /^list-unsubscribe$/i.test(name))?.value ?? "")?.[1] ??
    "";

  const openAfter = 4 * MINUTE_MS + random() ** 2 * 3 * HOUR_MS;
  const dice = { open: random(), click: random(), order: random(), leave: random(), unseen: random() };
  const pause = random();
  if (dice.unseen < ORDERS_UNSEEN) react("order", 5 * HOUR_MS + pause * 90 * HOUR_MS, "");
  if (dice.open >= OPENS) return reactions;
  react("open", openAfter, openToken);
  if (dice.leave < LEAVES) react("unsubscribe", openAfter + MINUTE_MS, leaveToken);
  if (dice.click >= CLICKS) return reactions;
  react("click", openAfter + 20_000 + pause * 3 * MINUTE_MS, clickToken);
  if (dice.order < ORDERS_AFTER_CLICK)
    react("order", openAfter + 8 * MINUTE_MS + pause ** 2 * 60 * HOUR_MS, "");
  return reactions;
}
