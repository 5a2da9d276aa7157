import { actorWords as anyActorWords } from "@/components/actor-words";
import { formatDuration, formatInstant } from "@/components/ui/format";
import type { Tone } from "@/components/ui/tone";
import { HOUR_MS, MINUTE_MS } from "@/server/domain/time";
import type { HeldMessage } from "./review-types";

const URGENT_MS = HOUR_MS;

/** Time until nobody may decide any more, in words; the message is then not sent. */
export function timeLeft(dueAtMs: number, nowMs: number): { text: string; isUrgent: boolean } {
  const left = dueAtMs - nowMs;
  if (left <= 0) return { text: "Overdue", isUrgent: true };
  const rounded = Math.max(MINUTE_MS, Math.floor(left / MINUTE_MS) * MINUTE_MS);
  return { text: formatDuration(rounded), isUrgent: left < URGENT_MS };
}

/** Risk, 0 to 1, as one of three words. The bounds are ours: one strong doubt is medium, two are high. */
export function riskWords(risk: number): { tone: Tone; word: string } {
  if (risk >= 0.75) return { tone: "block", word: "High" };
  return risk >= 0.35 ? { tone: "hold", word: "Medium" } : { tone: "pass", word: "Low" };
}

/** Who did something, by name; the one who looks is “you”. `actor` is `user:7` or a part of the machine. */
export function actorWords(actor: string | null, name: string | null, selfId: number): string {
  if (actor === null) return "nobody";
  if (actor === `user:${selfId}`) return "you";
  return name ?? (actor.startsWith("user:") ? "a person who left" : anyActorWords(actor, null));
}

/** Whom a message is to: the name, else the address, else the number. */
export function nameOf({ person, customerId }: Pick<HeldMessage, "person" | "customerId">): string {
  const name = [person.firstName, person.lastName].filter((part) => part !== null && part !== "").join(" ");
  return name !== "" ? name : (person.email ?? `Customer ${customerId}`);
}

export const rowName = ({ customer, customerId }: { customer: string | null; customerId: number }): string =>
  customer ?? `Customer ${customerId}`;

/** The hour of what is today by the company's clock, else the day and the hour. */
export function hourToday(at: Date, nowMs: number, timeZone: string): string {
  const time = formatInstant(at, timeZone, "time");
  const isToday = formatInstant(at, timeZone, "date") === formatInstant(nowMs, timeZone, "date");
  return isToday ? time : `${formatInstant(at, timeZone, "day")}, ${time}`;
}

const SAME_DAY_MS = 20 * HOUR_MS;

/** The hour of what was within the last day, else the day. */
export const hourOrDay = (at: Date | null, nowMs: number, timeZone: string): string =>
  formatInstant(at, timeZone, at !== null && nowMs - at.getTime() < SAME_DAY_MS ? "time" : "day");
