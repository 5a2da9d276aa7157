import { seedCampaign } from "@/bench/support/seed-campaign";
import { seedCustomers } from "@/bench/support/seed-customers";
import { seedSettings } from "@/bench/support/seed-settings";
import type { CampaignInput } from "@/server/domain/campaign";
import { rulesWriter } from "@/server/llm/rules-writer";
import { consoleWorld } from "@/server/services/testing/console-world";
import { openDatabase } from "@/server/store/database";

export const NOW = new Date("2026-06-01T09:00:00Z");

/** A console with so many customers, a sender and a writer, ready to run campaigns. */
export async function runWorld(customers: number) {
  const world = await consoleWorld(NOW);
  world.platform.writer = rulesWriter;
  const owner = openDatabase(world.ownerUrl, 1);
  await seedSettings(owner.sql, NOW);
  await seedCustomers(owner.sql, customers, NOW);
  await owner.sql.rows("ANALYZE");
  const marketer = (await world.person("marketer")).api;
  const { run } = world.system;

  return {
    ...world,
    /** as the one who owns the tables: to do what the app's role cannot */
    owner: owner.sql,
    marketer,
    campaign: (body: Partial<CampaignInput> = {}) => seedCampaign(world.sql, NOW, body),
    /** Requests a run and takes it to where chunks can be decided. */
    async ready(campaignId: number): Promise<{ runId: number; chunks: number; audience: number }> {
      // two requests at one instant would be one run
      world.clock.advance(1000);
      const { runId } = await marketer.run.request({ campaignId });
      const frozen = await run.freeze({ runId });
      await run.writeCreatives({ runId });
      return { runId, ...frozen };
    },
    /** A whole run, chunk by chunk. */
    async whole(campaignId: number): Promise<number> {
      const { runId, chunks } = await this.ready(campaignId);
      for (let chunk = 0; chunk < chunks; chunk++) await run.decideChunk({ runId, chunk });
      await run.finish({ runId });
      return runId;
    },
    async count(table: string, where = "true"): Promise<number> {
      const [row] = await world.sql.rows<{ n: number }>(
        `SELECT count(*)::int AS n FROM ${table} WHERE ${where}`,
      );
      return row?.n ?? 0;
    },
    async close(): Promise<void> {
      await owner.close();
      await world.close();
    },
  };
}

export type RunWorld = Awaited<ReturnType<typeof runWorld>>;
