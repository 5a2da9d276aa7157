import { randomUUID } from "node:crypto";
import { z } from "zod";
import { dayIn } from "@/server/domain/day-in";
import { Refusal } from "@/server/errors";
import { queueReports } from "@/server/store/report-sends.sql";
import { settingInForce } from "@/server/store/settings";
import { sessionOwner } from "@/server/store/users";
import { verb } from "../verb";

/** Queues today's report for the address of whoever asks. It leaves within seconds; the list of mails shows it. */
export const sendTestReport = verb(
  { action: "report.send-test", needs: "settings.write", input: z.object({}).prefault({}) },
  async ({ tx, actor, now }) => {
    if (actor.kind !== "user") throw new Refusal("FORBIDDEN", "only a person has an address to test with");
    const owner = await sessionOwner(tx.prisma, actor.id);
    if (owner === null) throw new Refusal("NOT_FOUND", `there is no person ${actor.id}`);
    const { timeZone } = (await settingInForce(tx.sql, "company")).body;
    const day = dayIn(now.getTime(), timeZone);
    const ref = `test ${randomUUID()}`;
    await queueReports(tx.sql, [{ ref, day, recipient: owner.email }], now);
    return {
      out: { ref, recipient: owner.email },
      entity: { type: "report", id: ref },
      before: null,
      after: { day },
      events: [{ name: "report/requested", data: {}, id: ref }],
    };
  },
);
