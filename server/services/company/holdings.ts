import { z } from "zod";
import { holdings } from "@/server/store/demo-data.sql";
import { settingInForce } from "@/server/store/settings";
import { view } from "../verb";

/** What starting with one's own data would remove; null where the company is not a demo, as nothing would. */
export const demoHoldings = view(
  { needs: "company.clear", input: z.object({}).prefault({}) },
  async ({ ctx: { actor, platform } }) => {
    const { sql } = platform.database;
    const { body: company } = await settingInForce(sql, "company");
    if (!company.demo) return null;
    const removed = await holdings(sql, actor.kind === "user" ? actor.id : null);
    return { name: company.name, removed };
  },
);
