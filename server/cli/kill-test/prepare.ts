import type { Configuration } from "@/server/domain/settings/configuration";
import type { Platform } from "@/server/platform";
import { seedCompany, seedCustomers } from "@/server/services/outbox/testing/seed-campaign";
import { demoAccounts, hireStaff, type Staff } from "../support/staff";

/** A shop whose every customer gets one message, at any hour. */
export async function prepareShop(
  { database, vault, clock }: Platform,
  staff: Staff,
  people: number,
): Promise<void> {
  await seedCompany(database.sql, clock.now());
  await seedCustomers(database.sql, vault, people, clock.now());
  const note = "everybody, at any hour";
  const { marketer } = staff;
  const brand = await marketer.settings.current({ kind: "brand" });
  await marketer.settings.publish({ kind: "brand", expectedVersion: 0, body: brand.body, note });
  const { body } = await marketer.settings.current({ kind: "configuration" });
  const open: Configuration = {
    ...(body as Configuration),
    globalHoldoutShare: 0,
    sendHours: { from: 0, to: 24 },
  };
  await marketer.settings.publish({ kind: "configuration", expectedVersion: 0, body: open, note });
}

export const hireEveryone = (platform: Platform): Promise<Staff> =>
  hireStaff(platform, demoAccounts("kiosk.example"));

/** Launches a campaign over everyone, without a holdout and without review, and requests its run. */
export async function launchEverything({ marketer }: Staff): Promise<{ campaignId: number; runId: number }> {
  const { id } = await marketer.campaign.create({
    name: "Everybody at once",
    goal: "win-back",
    actions: ["nudge", "message"],
    autonomy: "review-flagged",
    holdoutShare: 0,
    sendTime: "at-once",
  });
  await marketer.campaign.move({ id, to: "live", reason: "kill test" });
  const { runId } = await marketer.run.request({ campaignId: id });
  return { campaignId: id, runId };
}
