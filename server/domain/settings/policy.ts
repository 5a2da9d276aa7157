import { z } from "zod";

const percent = z.number().min(0).max(100);

/** All guardrail settings as one versioned document. A guardrail reads its own part; a constant in code is only its default. */
export const policy = z.object({
  frequency: z
    .object({ maxEmails: z.number().int().min(0).max(50), windowDays: z.number().int().min(1).max(60) })
    .default({ maxEmails: 3, windowDays: 7 }),
  engagement: z.object({ floor: z.number().min(0).max(1) }).default({ floor: 0.3 }),
  consent: z.object({ required: z.boolean() }).default({ required: true }),
  discount: z.object({ reviewAbovePercent: percent }).default({ reviewAbovePercent: 20 }),
  highValue: z
    .object({ spend365Minor: z.number().nonnegative(), reviewVip: z.boolean() })
    .default({ spend365Minor: 500_000, reviewVip: true }),
  tickets: z
    .object({ complaint: z.enum(["block", "review"]), sensitive: z.enum(["block", "review"]) })
    .default({ complaint: "review", sensitive: "block" }),
  subject: z
    .object({
      triggers: z.array(z.string().min(2)),
      maxLength: z.number().int().min(10).max(200),
      maxCapitalShare: z.number().min(0).max(1),
    })
    .default({
      triggers: [
        "100% free",
        "act now",
        "cash bonus",
        "click here",
        "congratulations",
        "double your",
        "earn money",
        "free money",
        "guaranteed",
        "limited time only",
        "lottery",
        "no catch",
        "no obligation",
        "risk free",
        "risk-free",
        "urgent",
        "winner",
        "you have been selected",
        "$$$",
        "!!!",
      ],
      maxLength: 78,
      maxCapitalShare: 0.5,
    }),
  bounces: z.object({ maxHard: z.number().int().min(1).max(20) }).default({ maxHard: 3 }),
  review: z
    .object({
      slaHours: z.number().positive(),
      graceMinutes: z.number().min(0).max(1440),
      /** who edits a message may not approve it */
      fourEyes: z.boolean().default(false),
    })
    .default({ slaHours: 24, graceMinutes: 10, fourEyes: false }),
});
export type Policy = z.infer<typeof policy>;

export const defaultPolicy: Policy = policy.parse({});
