import { DAY_MS } from "@/server/domain/time";
import { CAMPAIGNS, type DemoCampaign } from "./campaigns";
import type { Season } from "./season";

/** Something that happened in the shop in these last weeks. */
export type Act = { daysAgo: number; play(season: Season): Promise<void> };

/** The day on which the shop begins to use Touchline. */
export const FIRST_DAY = 66;
const WEEKS = 9;

const launched = new Map<DemoCampaign, number>();

/** Launches a campaign with its first run. */
const runOf =
  (campaign: DemoCampaign) =>
  async (season: Season): Promise<void> => {
    const id = launched.get(campaign) ?? (await season.launch(campaign));
    launched.set(campaign, id);
    await season.run(id, campaign.reviewed);
  };

const week = (i: number): Act => ({
  daysAgo: 7 * (WEEKS - i) + 0.05,
  play: (season) => season.newWeek(),
});

/** The clear-out: a limit loosened for one loud mail, the answer of those who got it, and what was learned. */
const CLEAR_OUT: readonly Act[] = [
  {
    daysAgo: 40.2,
    play: (season) =>
      season.changePolicy(
        { engagement: { floor: 0.02 } },
        "Let the clear-out reach people who hardly answer",
      ),
  },
  {
    daysAgo: 39.2,
    play: async (season) => {
      const id = launched.get(CAMPAIGNS.clearOut);
      if (id !== undefined)
        await season.stop(id, "Unsubscribes and complaints many times the usual: people who hardly answer");
      await season.suppressComplainers();
    },
  },
  {
    daysAgo: 38.9,
    play: (season) =>
      season.changePolicy(
        { engagement: { floor: 0.3 }, frequency: { maxEmails: 2, windowDays: 7 } },
        "After the clear-out: engagement floor back to 0.3, two mails a week at the most",
      ),
  },
];

/** Held messages had waited for up to a day. */
const SECOND_REVIEWER: Act = {
  daysAgo: 12.1,
  play: (season) =>
    season.changePolicy(
      { review: { slaHours: 12, graceMinutes: 10, fourEyes: false } },
      "Two people review now: an answer within twelve hours",
    ),
};

/** All of it, oldest first. */
export function timetable(): Act[] {
  const runs = Object.values(CAMPAIGNS).flatMap((campaign: DemoCampaign) =>
    campaign.runDays.map((daysAgo): Act => ({ daysAgo, play: runOf(campaign) })),
  );
  const weeks = Array.from({ length: WEEKS }, (_, i) => week(i));
  const tickets = [36, 8, 0.9].map(
    (daysAgo): Act => ({
      daysAgo,
      play: (season) => season.newTickets(),
    }),
  );
  return [...weeks, ...runs, ...CLEAR_OUT, SECOND_REVIEWER, ...tickets].sort((a, b) => b.daysAgo - a.daysAgo);
}

export const daysBefore = (today: Date, days: number) => new Date(today.getTime() - days * DAY_MS);
