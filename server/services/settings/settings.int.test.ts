import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultBrand } from "@/server/domain/settings/brand";
import { defaultCompany } from "@/server/domain/settings/company";
import { defaultConfiguration } from "@/server/domain/settings/configuration";
import { defaultPolicy } from "@/server/domain/settings/policy";
import { type ConsoleWorld, consoleWorld } from "../testing/console-world";

const start = new Date("2026-03-02T09:00:00Z");
let world: ConsoleWorld;
let marketer: Awaited<ReturnType<ConsoleWorld["person"]>>;
let admin: typeof marketer;
beforeAll(async () => {
  world = await consoleWorld(start);
  marketer = await world.person("marketer");
  admin = await world.person("admin");
});
afterAll(() => world.close());

describe("settings", () => {
  test("hold their defaults as version 0 until somebody publishes", async () => {
    expect(await marketer.api.settings.current({ kind: "brand" })).toEqual({
      kind: "brand",
      version: 0,
      body: defaultBrand,
    });
    expect((await marketer.api.settings.versions({ kind: "brand" })).rows).toEqual([]);
  });

  test("are published as the next version, with what changed in the audit", async () => {
    const body = { ...defaultBrand, name: "Larkfield", bannedWords: ["cheap"] };
    const { version, changes } = await marketer.api.settings.publish({
      kind: "brand",
      expectedVersion: 0,
      body,
      note: "Our name",
    });
    expect({ version, changes }).toEqual({
      version: 1,
      changes: [
        { path: "name", before: "Your company", after: "Larkfield" },
        { path: "bannedWords", before: [], after: ["cheap"] },
      ],
    });
    expect(await marketer.api.settings.current({ kind: "brand" })).toEqual({
      kind: "brand",
      version: 1,
      body,
    });
    expect(await marketer.api.settings.get({ kind: "brand", version: 1 })).toMatchObject({
      note: "Our name",
      author: marketer.name,
      publishedAt: start,
    });
    expect((await marketer.api.settings.compare({ kind: "brand", from: 1, to: 0 })).changes).toContainEqual({
      path: "name",
      before: "Larkfield",
      after: "Your company",
    });
    expect(await world.audit("settings.publish")).toEqual([
      {
        actor: marketer.name,
        entity: "brand",
        data: { before: { version: 0 }, after: { version: 1, note: "Our name", changes } },
      },
    ]);
  });

  test("whoever saw an older version is told", async () => {
    const stale = { kind: "brand" as const, expectedVersion: 0, body: defaultBrand, note: "Back again" };
    await expect(marketer.api.settings.publish(stale)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(marketer.api.settings.publish({ ...stale, expectedVersion: 7 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  test("of twenty who publish at once, one wins", async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) =>
        marketer.api.settings.publish({
          kind: "company",
          expectedVersion: 0,
          body: { ...defaultCompany, name: `Larkfield ${i}` },
          note: "A race",
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const answer of answers) {
      if (answer.status === "rejected") expect(answer.reason).toMatchObject({ code: "CONFLICT" });
    }
    expect((await marketer.api.settings.versions({ kind: "company" })).rows).toHaveLength(1);
  });

  test("targets are an admin's to publish; what is wrong is named, and the audit has what changed", async () => {
    const set = (mark: object) => ({
      kind: "targets" as const,
      expectedVersion: 0,
      body: { currency: "EUR", figures: { revenuePerTouch: mark } },
      note: "A year's plan",
    });
    const mark = { baseline: 0.5, target: 0.7 };
    await expect(marketer.api.settings.publishTargets(set(mark))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(
      admin.api.settings.publishTargets(set({ baseline: 0.7, target: 0.5 })),
    ).rejects.toMatchObject({
      code: "BAD_REQUEST",
      message: "figures.revenuePerTouch.target: must lie above where the figure began",
    });
    await admin.api.settings.publishTargets(set(mark));
    const { body } = await marketer.api.settings.current({ kind: "targets" });
    expect(body).toMatchObject({
      figures: { revenuePerTouch: mark, churn: { baseline: 0.05, target: 0.04 } },
    });
    const entries = await world.audit("settings.publish");
    expect(entries.at(-1)).toMatchObject({ actor: admin.name, entity: "targets" });
    expect(JSON.stringify(entries.at(-1))).toContain("figures.revenuePerTouch.target");
  });

  test("the policy is an admin's to publish, by its own verb", async () => {
    const body = { ...defaultPolicy, frequency: { maxEmails: 2, windowDays: 7 } };
    const change = { expectedVersion: 0, body, note: "Fewer mails" };
    await expect(marketer.api.settings.publishPolicy({ kind: "policy", ...change })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(marketer.api.settings.publish({ kind: "policy" as never, ...change })).rejects.toMatchObject(
      { code: "BAD_REQUEST" },
    );
    expect(await admin.api.settings.publishPolicy({ kind: "policy", ...change })).toMatchObject({
      version: 1,
    });
  });

  test.each([
    { body: { ...defaultConfiguration, exploration: 2 }, says: /exploration/ },
    {
      body: { ...defaultConfiguration, enabledSegmentors: ["astrology"] },
      says: /there is none called astrology/,
    },
    {
      body: {
        ...defaultConfiguration,
        offers: [...defaultConfiguration.offers, ...defaultConfiguration.offers],
      },
      says: /ten-percent is used twice/,
    },
    { body: { ...defaultConfiguration, sendHours: { from: 20, to: 8 } }, says: /from must come before to/ },
    { body: "text", says: /body/ },
    { body: null, says: /body/ },
  ])("a configuration is refused with the field: $says", async ({ body, says }) => {
    const answer = marketer.api.settings.publish({
      kind: "configuration",
      expectedVersion: 0,
      body,
      note: "A mistake",
    });
    await expect(answer).rejects.toMatchObject({ code: "BAD_REQUEST", message: expect.stringMatching(says) });
  });

  test("a version that changes nothing and a note that says nothing are refused", async () => {
    const { version, body } = await admin.api.settings.current({ kind: "policy" });
    const same = { kind: "policy" as const, expectedVersion: version, body, note: "Nothing" };
    await expect(admin.api.settings.publishPolicy(same)).rejects.toMatchObject({
      code: "BAD_REQUEST",
      message: expect.stringMatching(/nothing differs/),
    });
    await expect(admin.api.settings.publishPolicy({ ...same, note: " " })).rejects.toMatchObject({
      message: expect.stringMatching(/note/),
    });
  });

  test("versions come in pages", async () => {
    for (let i = 1; i <= 3; i++) {
      const { version, body } = await marketer.api.settings.current({ kind: "brand" });
      const next = { ...(body as typeof defaultBrand), signature: `The team ${i}` };
      await marketer.api.settings.publish({
        kind: "brand",
        expectedVersion: version,
        body: next,
        note: "Signature",
      });
    }
    const first = await marketer.api.settings.versions({ kind: "brand", limit: 3 });
    expect([first.rows.map(({ version }) => version), first.next]).toEqual([[4, 3, 2], 2]);
    const second = await marketer.api.settings.versions({ kind: "brand", limit: 3, before: first.next });
    expect([second.rows.map(({ version }) => version), second.next]).toEqual([[1], null]);
  });

  test("a version that was never published is not found", async () => {
    await expect(marketer.api.settings.get({ kind: "brand", version: 99 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
