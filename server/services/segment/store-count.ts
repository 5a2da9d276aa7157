import { z } from "zod";
import { writeCount } from "@/server/store/segments.sql";
import { job } from "../verb";
import { dayInput, populationInput, tallyInput } from "./day-input";

const input = dayInput.extend({
  configurationVersion: z.number().int().min(0),
  population: populationInput,
  tally: tallyInput,
});

/** Writes the count of a day, in the place of an earlier one. */
export const storeCount = job(
  { input },
  async ({ ctx, input: { day, atMs, configurationVersion, population, tally } }) => {
    const head = {
      day,
      at: new Date(atMs),
      configurationVersion,
      population,
      customers: tally.customers,
    };
    await ctx.platform.database.bulk(({ sql }) => writeCount(sql, head, tally));
    return { day, customers: tally.customers };
  },
);
