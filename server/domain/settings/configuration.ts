import { z } from "zod";
import { ACTIONS, CHANNELS, GOALS } from "../goal";

/**
 * One offer that the action node may choose.
 * `budgetPrice` is the shadow price per minor unit of discount (0 = free money, 1 = face value), fixed per run.
 */
export const offer = z.object({
  id: z.string().regex(/^[a-z0-9-]{2,40}$/, "use lower-case letters, digits and dashes"),
  title: z.string().min(2).max(80),
  kind: z.enum(["percent", "amount", "free-shipping"]),
  /** per cent for `percent`, minor units for `amount`, the cost of shipping in minor units for `free-shipping` */
  value: z.number().nonnegative(),
  code: z.string().max(30).nullable().default(null),
  goals: z.array(z.enum(GOALS)).min(1),
  /** empty: every segment */
  segments: z.array(z.string()).default([]),
  /** share of revenue that must remain after cost of goods and the offer */
  minMargin: z.number().min(-1).max(1).default(0),
  /** how many may still be given; null: no limit */
  stock: z.number().int().nonnegative().nullable().default(null),
  /** skus that the offer is about: it is made only while one of them is in stock; empty: about none in particular */
  products: z.array(z.string().min(1).max(200)).max(100).default([]),
  cooldownDays: z.number().int().nonnegative().default(60),
  budgetPrice: z.number().min(0).max(10).default(1),
  active: z.boolean().default(true),
});
export type Offer = z.infer<typeof offer>;

const goalSettings = z.object({
  /** the router takes the first of these that is enabled */
  segmentors: z.array(z.string()).min(1),
  /** segmentor id → its settings; each segmentor parses its own */
  settings: z.record(z.string(), z.unknown()).default({}),
  actions: z.array(z.enum(ACTIONS)).min(1),
});

/** The company's choices that are neither limits nor brand. Versioned; every decision names the version. */
export const configuration = z.object({
  enabledSegmentors: z.array(z.string()).default(["rfm", "behavioural"]),
  goals: z.record(z.enum(GOALS), goalSettings),
  offers: z.array(offer).default([]),
  channelPriority: z.array(z.enum(CHANNELS)).min(1).default(["email"]),
  /** what one message costs, minor units */
  touchCostMinor: z.record(z.enum(CHANNELS), z.number().nonnegative()).default({ email: 0.1 }),
  globalHoldoutShare: z.number().min(0).max(0.5).default(0.05),
  /** changes only when the company starts a new holdout on purpose */
  holdoutEpoch: z.string().min(1).default("1"),
  /** assumed share of revenue left after cost of goods where neither orders nor their products carry a cost */
  defaultMargin: z.number().min(0).max(1).default(0.4),
  /** probability mass that is spread over all allowed candidates */
  exploration: z.number().min(0).max(1).default(0.1),
  /** local hours between which mail is planned: [from, to) */
  sendHours: z
    .object({ from: z.number().int().min(0).max(23), to: z.number().int().min(1).max(24) })
    .default({ from: 8, to: 20 }),
  attribution: z
    .object({
      openHours: z.number().positive(),
      clickHours: z.number().positive(),
      conversionDays: z.number().positive(),
    })
    .default({ openHours: 2, clickHours: 24, conversionDays: 7 }),
});
export type Configuration = z.infer<typeof configuration>;

export const defaultConfiguration: Configuration = configuration.parse({
  goals: {
    "win-back": { segmentors: ["rfm", "behavioural"], actions: ["offer", "nudge", "message"] },
    "reduce-churn": { segmentors: ["behavioural", "rfm"], actions: ["offer", "nudge", "message"] },
    "increase-aov": { segmentors: ["rfm"], actions: ["offer", "message"] },
    "cross-sell": { segmentors: ["behavioural", "rfm"], actions: ["message", "nudge", "offer"] },
    "feature-adoption": { segmentors: ["behavioural"], actions: ["education", "nudge"] },
    "vip-retention": { segmentors: ["rfm"], actions: ["message", "offer"] },
  },
  offers: [
    {
      id: "ten-percent",
      title: "10 % off the next order",
      kind: "percent",
      value: 10,
      goals: ["win-back", "reduce-churn"],
      code: "BACK10",
    },
    {
      id: "free-shipping",
      title: "Free shipping",
      kind: "free-shipping",
      value: 495,
      goals: ["win-back", "reduce-churn", "cross-sell", "vip-retention"],
      code: "SHIPFREE",
    },
    {
      id: "basket-five",
      title: "5 % off a basket above your usual",
      kind: "percent",
      value: 5,
      goals: ["increase-aov"],
      code: "PLUS5",
    },
  ],
});
