import { loadPopulation } from "@/server/store/population.sql";
import { settingInForce } from "@/server/store/settings";
import { job } from "../verb";
import { dayInput } from "./day-input";

/** What all chunks of a count share: the population at both instants, and the configuration by its version. */
export const measureForCount = job({ input: dayInput }, async ({ ctx, input: { atMs, beforeMs } }) => {
  const { sql } = ctx.platform.database;
  const [now, before, { version }] = await Promise.all([
    loadPopulation(sql, new Date(atMs)),
    loadPopulation(sql, new Date(beforeMs)),
    settingInForce(sql, "configuration"),
  ]);
  return { now, before, configurationVersion: version };
});
