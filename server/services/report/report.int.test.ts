import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Envelope, SendResult } from "@/server/channels/contract";
import { envelopeProblem } from "@/server/channels/envelope-problem";
import { defaultCompany } from "@/server/domain/settings/company";
import { type ConsoleWorld, consoleWorld } from "../testing/console-world";
import { queueDueReports } from "./queue-due";
import { sendQueuedReports } from "./send-queued";

const berlin = { ...defaultCompany, name: "Larkfield <Outdoor>", timeZone: "Europe/Berlin" };
let world: ConsoleWorld;
let mails: Envelope[] = [];
let answer: SendResult = { kind: "sent", response: "250 ok" };
beforeAll(async () => {
  world = await consoleWorld(new Date("2026-03-02T05:00:00Z"));
  const { api } = await world.person("admin");
  await api.settings.publish({ kind: "company", expectedVersion: 0, body: berlin, note: "test" });
  const body = { enabled: true, hour: 7, recipients: ["Harriet@example.com", "ines@example.com"] };
  await api.settings.publish({ kind: "report", expectedVersion: 0, body, note: "begin" });
});
afterAll(() => world.close());

const system = () => ({
  actor: { kind: "system" as const, job: "test" },
  platform: {
    ...world.platform,
    senders: {
      email: {
        send: async (batch: readonly Envelope[]) => {
          mails.push(...batch);
          return batch.map(() => answer);
        },
        close: async () => undefined,
      },
    },
  },
});
const at = async (text: string) => {
  world.clock.set(new Date(text));
  mails = [];
  await queueDueReports(system(), {});
  return sendQueuedReports(system(), {});
};

describe("the daily report", () => {
  test("does not leave before its hour", async () => {
    expect(await at("2026-03-02T05:59:00Z")).toMatchObject({ claimed: 0 });
  });

  test("leaves once for each person on the list, though it is asked for again and again", async () => {
    expect(await at("2026-03-02T06:00:00Z")).toEqual({ claimed: 2, sent: 2, uncertain: 0 });
    expect(mails.map(({ to }) => to).sort()).toEqual(["harriet@example.com", "ines@example.com"]);
    expect(mails.map(envelopeProblem)).toEqual([null, null]);
    expect(await at("2026-03-02T06:10:00Z")).toMatchObject({ claimed: 0 });
    expect(await at("2026-03-02T09:00:00Z")).toMatchObject({ claimed: 0 });
    expect(mails).toEqual([]);
  });

  test("two workers at the same time send each mail once", async () => {
    world.clock.set(new Date("2026-03-03T06:00:00Z"));
    mails = [];
    await Promise.all([queueDueReports(system(), {}), queueDueReports(system(), {})]);
    const counts = await Promise.all([sendQueuedReports(system(), {}), sendQueuedReports(system(), {})]);
    expect(counts.reduce((sum, { sent }) => sum + sent, 0)).toBe(2);
    expect(mails).toHaveLength(2);
  });

  test("what nobody knows is not sent again; what was put off is, five times at most", async () => {
    answer = { kind: "uncertain", response: "the connection broke" };
    expect(await at("2026-03-04T06:00:00Z")).toMatchObject({ uncertain: 2 });
    answer = { kind: "later", response: "451 try later", retryAfterMs: 60_000 };
    expect(await at("2026-03-04T06:30:00Z")).toMatchObject({ claimed: 0 });
    await at("2026-03-05T06:00:00Z");
    for (const minute of ["02", "04", "06", "08"]) {
      expect(await at(`2026-03-05T06:${minute}:00Z`)).toMatchObject({ claimed: 2 });
    }
    expect(await at("2026-03-05T06:20:00Z")).toMatchObject({ claimed: 0 });
    answer = { kind: "sent", response: "250 ok" };
  });

  test("a claim whose sender died becomes uncertain", async () => {
    await world.sql.rows(
      `INSERT INTO report_sends (ref, day, recipient, state, asked_at, not_before, claimed_at)
       VALUES ('2026-03-06 x@example.com', '2026-03-06', 'x@example.com', 'claimed', $1, $1, $1)`,
      [new Date("2026-03-06T06:00:00Z")],
    );
    world.clock.set(new Date("2026-03-06T14:00:00Z"));
    expect(await sendQueuedReports(system(), {})).toEqual({ claimed: 0, sent: 0, uncertain: 1 });
  });

  test("says what needs a person and what is missing, with every word escaped", async () => {
    await at("2026-03-07T06:00:00Z");
    const [mail] = mails;
    expect(mail?.subject).toBe("Larkfield <Outdoor>, 7 Mar 2026: 1 to look at");
    expect(mail?.html).toContain("Larkfield &lt;Outdoor&gt;");
    expect(mail?.html).not.toContain("<Outdoor>");
    for (const body of [mail?.html, mail?.text]) {
      expect(body).toContain("No mail can leave: the company has no postal address.");
      expect(body).toContain("No advertising spend is stored for these days.");
      expect(body).toContain("/overview?from=2026-02-05");
    }
    expect(mail?.headers["Auto-Submitted"]).toBe("auto-generated");
  });
});

describe("who may", () => {
  test("an executive previews and reads the settings, and changes nothing", async () => {
    const { api } = await world.person("executive");
    expect((await api.report.preview({})).subject).toContain("Larkfield");
    expect((await api.report.sends({}))[0]).toMatchObject({ state: "sent", isTest: false });
    await expect(api.report.sendTest({})).rejects.toThrow("settings.write");
  });

  test("a marketer sends a test to their own address and nobody else's", async () => {
    const { api } = await world.person("marketer");
    const { recipient } = await api.report.sendTest({});
    mails = [];
    await sendQueuedReports(system(), {});
    expect(mails.map(({ to }) => to)).toEqual([recipient]);
    expect((await world.audit("report.send-test")).at(-1)).toMatchObject({ data: { before: null } });
  });

  test("a list without anybody cannot be switched on", async () => {
    const { api } = await world.person("marketer");
    const body = { enabled: true, hour: 7, recipients: [] };
    await expect(
      api.settings.publish({ kind: "report", expectedVersion: 1, body, note: "empty" }),
    ).rejects.toThrow("recipients: add somebody");
  });
});
