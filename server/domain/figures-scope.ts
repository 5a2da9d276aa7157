import { z } from "zod";
import { CHANNELS } from "./goal";
import { rowId } from "./row-id";
import { DAY_MS } from "./time";

const MOST_DAYS = 1100;

/** Which days, first and last included, which campaign and which channel. Without days: the last 30. */
export const figuresScope = z
  .object({
    from: z.iso.date().nullable().default(null),
    to: z.iso.date().nullable().default(null),
    campaignId: rowId.nullable().default(null),
    channel: z.enum(CHANNELS).nullable().default(null),
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    path: ["from"],
    error: "choose a first day that is not after the last one",
  })
  .refine(
    ({ from, to }) => from === null || to === null || Date.parse(to) - Date.parse(from) < MOST_DAYS * DAY_MS,
    { path: ["to"], error: `choose at most ${MOST_DAYS} days` },
  )
  .prefault({});
