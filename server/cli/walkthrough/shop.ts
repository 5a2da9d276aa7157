import type { Company } from "@/server/domain/settings/company";
import type { Staff } from "../support/staff";

const COMPANY: Company = {
  name: "The gift shop",
  currency: "GBP",
  timeZone: "Europe/London",
  country: "GB",
  language: "en",
  fromName: "The gift shop",
  fromAddress: "hello@giftshop.example",
  replyTo: null,
  postalAddress: "1 Market Row, London E1 1AA, United Kingdom",
  websiteUrl: "https://giftshop.example",
  demo: false,
};

/** Publishes who the company is, how it speaks and what it allows. */
export async function setUpShop({ admin }: Staff): Promise<void> {
  const note = "the shop of the walkthrough";
  await admin.settings.publish({ kind: "company", expectedVersion: 0, body: COMPANY, note });
  for (const kind of ["brand", "configuration"] as const) {
    const { body } = await admin.settings.current({ kind });
    await admin.settings.publish({ kind, expectedVersion: 0, body, note });
  }
  const { body } = await admin.settings.current({ kind: "policy" });
  await admin.settings.publishPolicy({ kind: "policy", expectedVersion: 0, body, note });
}

/** Makes a win-back campaign over everyone and launches it. Answers its id. */
export async function launchWinBack({ marketer }: Staff): Promise<number> {
  const { id } = await marketer.campaign.create({
    name: "Win back quiet customers",
    goal: "win-back",
    brief: "Autumn is here; remind people of what they liked.",
  });
  await marketer.campaign.move({ id, to: "live", reason: "first campaign" });
  return id;
}

/** Approves everything that waits, one message after the other. Answers how many. */
export async function approveAll({ reviewer }: Staff): Promise<number> {
  let approved = 0;
  for (;;) {
    const { rows } = await reviewer.review.list({ limit: 200 });
    if (rows.length === 0) return approved;
    for (const { id, creativeHash } of rows) {
      await reviewer.review.approve({ id, creativeHash, ms: 1500, note: "" });
      approved++;
    }
  }
}
