import type { z } from "zod";
import type { audience } from "@/server/domain/audience";
import type { campaignBody } from "@/server/domain/campaign";
import type { CopyText } from "@/server/domain/copy/copy-text";
import type { ACTIONS } from "@/server/domain/goal";
import type { Temper } from "./readers";

/** A campaign of the demo shop: what a marketer set, how its readers behave, and which days before today it ran. */
export type DemoCampaign = {
  body: z.input<typeof campaignBody>;
  temper: Temper;
  /** what the marketer wrote for the first variant of an action; the rest is written by rules */
  words?: Partial<Record<(typeof ACTIONS)[number], CopyText>>;
  /** days before today, oldest first; with the launch on the first. Fractions are parts of a day. */
  runDays: readonly number[];
  /** share of what was held that somebody looked at in time */
  reviewed: number;
};

const every = (days: number, firstDays: number, lastDays: number): number[] =>
  Array.from({ length: Math.floor((firstDays - lastDays) / days) + 1 }, (_, i) => firstDays - i * days);

const GREETING = 'Hi {{ person.firstName | default: "there" }},';

export const CAMPAIGNS = {
  winBack: {
    body: {
      name: "Win back quiet customers",
      goal: "win-back",
      audience: {
        all: [
          { field: "silenceDays", op: ">=", value: 120 },
          { field: "silenceDays", op: "<=", value: 200 },
          { field: "orders", op: ">=", value: 2 },
        ],
      },
      holdoutShare: 0.2,
      reviewSample: 0.02,
      actions: ["offer", "message"],
      offerIds: ["ten-percent"],
      brief: "They know us. Remind them of what they liked; no hurry.",
    },
    words: {
      message: {
        subject: "Your corner of the shop has changed a little",
        preheader: "Oak, linen and three new pots",
        heading: "Come and look around",
        paragraphs: [
          GREETING,
          "It has been some months since you were last here. The oak boards you know are still made by the same two people, and beside them stand three new pots from the same kiln.",
          "Nothing else is new, and nothing has to be bought. We only thought that you might like to see them.",
        ],
        callToAction: "Look around",
      },
    },
    temper: { opens: 0.35, clicks: 0.3, orders: 0.8, leaves: 0.012, complains: 0.0003 },
    runDays: [...every(7, 63, 7), 0.125],
    reviewed: 0.95,
  },
  keep: {
    body: {
      name: "Before they drift away",
      goal: "reduce-churn",
      audience: {
        all: [
          { field: "silenceDays", op: ">=", value: 60 },
          { field: "silenceDays", op: "<=", value: 95 },
          { field: "orders", op: ">=", value: 2 },
        ],
      },
      holdoutShare: 0.15,
      reviewSample: 0.03,
      actions: ["nudge", "message"],
      brief: "It has been a little while. Something new in their favourite corner.",
    },
    words: {
      message: {
        subject: "What we put on the shelf this month",
        preheader: "A watering can, a lamp, a blanket",
        heading: "Three things worth a look",
        paragraphs: [
          GREETING,
          "A watering can that does not drip, a lamp for the reading chair and a blanket that grows softer with each wash.",
          "They are made in small numbers, like everything here, and they last.",
        ],
        callToAction: "See the three",
      },
    },
    temper: { opens: 0.38, clicks: 0.28, orders: 0.75, leaves: 0.01, complains: 0.0002 },
    runDays: [...every(14, 48, 6), 0.8],
    reviewed: 0.9,
  },
  crossSell: {
    body: {
      name: "What goes with it",
      goal: "cross-sell",
      audience: { all: [{ field: "silenceDays", op: "<=", value: 14 }] },
      holdoutShare: 0.1,
      reviewSample: 0.02,
      brief: "One thing that fits the last one.",
    },
    words: {
      message: {
        subject: "It goes well with what you have just bought",
        preheader: "One thing, chosen to fit",
        heading: "One thing that fits",
        paragraphs: [
          GREETING,
          "Your parcel has been with you for a few days. People who chose the same often come back for one thing that goes with it.",
          "We have put it on one page, so that you need not search.",
        ],
        callToAction: "See what fits",
      },
    },
    temper: { opens: 0.42, clicks: 0.28, orders: 0.7, leaves: 0.008, complains: 0.0001 },
    runDays: [...every(14, 47, 5), 0.55],
    reviewed: 0.9,
  },
  bestCustomers: {
    body: {
      name: "A word to our best customers",
      goal: "vip-retention",
      audience: {
        all: [
          { field: "spend365", op: ">=", value: 108 },
          { field: "silenceDays", op: ">=", value: 21 },
        ],
      },
      actions: ["message"],
      autonomy: "review-all",
      holdoutShare: 0.1,
      brief: "Thank them. They should hear it from a person.",
    },
    words: {
      message: {
        subject: "A thank you from the people who pack your parcels, in their own words",
        preheader: "No offer, only a thank you",
        heading: "You are why we still open the door",
        paragraphs: [
          GREETING,
          "Some names on the parcels we know by heart, and yours is one of them.",
          "This mail sells nothing. If there is something that we should make, or make better, answer it: a person reads it.",
        ],
        callToAction: "Visit the shop",
      },
    },
    temper: { opens: 0.5, clicks: 0.32, orders: 0.75, leaves: 0.004, complains: 0 },
    runDays: [32, 18, 0.35],
    reviewed: 0.88,
  },
  clearOut: {
    body: {
      name: "Clear-out weekend",
      goal: "increase-aov",
      audience: {
        all: [
          { field: "silenceDays", op: ">=", value: 100 },
          { field: "silenceDays", op: "<=", value: 330 },
          { field: "orders", op: ">=", value: 2 },
        ],
      },
      actions: ["message"],
      variants: ["a"],
      autonomy: "review-flagged",
      holdoutShare: 0.1,
      sendTime: "at-once",
      brief: "The last of the season, at a better price.",
    },
    temper: { opens: 0.24, clicks: 0.05, orders: 0.06, leaves: 0.15, complains: 0.008 },
    runDays: [40],
    reviewed: 1,
  },
} as const satisfies Record<string, DemoCampaign>;

export const DRAFT: DemoCampaign["body"] = {
  name: "Spring in the garden",
  goal: "increase-aov",
  brief: "Pots, seeds and the first warm weekend. Start when the nights are above freezing.",
};

/** Rules that the team keeps for its next campaigns. */
export const SEGMENTS: readonly { name: string; audience: z.input<typeof audience> }[] = [
  {
    name: "Looking, not buying",
    audience: {
      rules: [
        { field: "visits90", op: ">=", value: 3 },
        { field: "silenceDays", op: ">=", value: 60 },
      ],
    },
  },
  {
    name: "Good customers gone quiet",
    audience: {
      rules: [
        { field: "spend", op: ">=", value: 60 },
        { field: "silenceDays", op: "between", value: [90, 240] },
        { field: "emailConsent", op: "=", value: true },
      ],
    },
  },
];
