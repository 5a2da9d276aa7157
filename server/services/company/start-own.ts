import { z } from "zod";
import { Refusal } from "@/server/errors";
import { clearDemoData, holdings, lastRunId, underWay } from "@/server/store/demo-data.sql";
import { settingInForce } from "@/server/store/settings";
import { verb } from "../verb";

const input = z.object({
  /** the demo company's name, typed by whoever means it */
  name: z.string().trim().max(80),
});

/**
 * Takes the demo company away and leaves an empty one: no customers, orders, events, campaigns, decisions, messages,
 * figures, imports, keys or settings, and no account but the caller's. The audit chain stays, with an entry that says
 * which decisions went. Refuses wherever the company in force is not a demo, as the database itself does.
 */
export const startOwn = verb(
  { action: "company.start-own", needs: "company.clear", input },
  async ({ tx, actor, input }) => {
    const { sql } = tx;
    if (actor.kind !== "user") throw new Refusal("FORBIDDEN", "this takes a person, whose account stays");
    const { body: company } = await settingInForce(sql, "company");
    if (!company.demo)
      throw new Refusal(
        "CONFLICT",
        `${company.name} is not a demo company: its data cannot be removed this way`,
      );
    if (input.name !== company.name)
      throw new Refusal("BAD_REQUEST", `name: type the name of the demo company, ${company.name}`);
    const busy = await underWay(sql);
    if (busy !== null)
      throw new Refusal("CONFLICT", `name: a ${busy} is under way; wait for it or stop it, then repeat`);
    const removed = await holdings(sql, actor.id);
    const throughRun = await lastRunId(sql);
    await clearDemoData(sql, actor.id);
    return {
      out: { removed },
      entity: { type: "company", id: "1" },
      before: { demo: true, ...removed },
      after: { demo: false, throughRun },
    };
  },
);
