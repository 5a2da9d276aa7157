import { z } from "zod";

/** The daily report by mail: to whom, from which hour of the company's day on, and whether at all. */
export const report = z
  .object({
    enabled: z.boolean().default(false),
    /** it leaves at this hour of the company's zone */
    hour: z.number().int().min(0).max(23).default(7),
    recipients: z
      .array(z.email("use an address such as name@example.com").transform((text) => text.toLowerCase()))
      .max(50, "at most 50 people")
      .refine((all) => new Set(all).size === all.length, "each address once")
      .default([]),
  })
  .refine(({ enabled, recipients }) => !enabled || recipients.length > 0, {
    path: ["recipients"],
    error: "add somebody who is to get it",
  });
export type Report = z.infer<typeof report>;

export const defaultReport: Report = report.parse({});
