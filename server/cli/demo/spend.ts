import { DAY_MS } from "@/server/domain/time";
import type { Random } from "./dice";

export type DemoSpend = { day: string; channel: string; campaign: string; amount: number };

const LINES = [
  { channel: "search", campaign: "Brand and things", week: 44 },
  { channel: "social", campaign: "New season", week: 31 },
  { channel: "affiliates", campaign: "House and garden blogs", week: 12 },
] as const;

/** What the shop paid for advertising, once a week and channel, up to `today`. Amounts in its currency. */
export const makeUpSpend = (today: Date, weeks: number, random: Random): DemoSpend[] =>
  Array.from({ length: weeks }, (_, i) => {
    const at = new Date(today.getTime() - (weeks - i) * 7 * DAY_MS);
    const isSeason = at.getUTCMonth() >= 9;
    return LINES.map(({ channel, campaign, week }) => ({
      day: at.toISOString().slice(0, 10),
      channel,
      campaign,
      amount: Math.round(week * (0.8 + random() * 0.4) * (isSeason ? 1.4 : 1) * 100) / 100,
    }));
  }).flat();
