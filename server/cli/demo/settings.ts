import type { Brand } from "@/server/domain/settings/brand";
import type { Company } from "@/server/domain/settings/company";
import type { Configuration } from "@/server/domain/settings/configuration";
import { defaultPolicy, type Policy } from "@/server/domain/settings/policy";
import type { Staff } from "../support/staff";

const COMPANY: Company = {
  name: "Alder & Finch",
  currency: "USD",
  timeZone: "America/New_York",
  country: "US",
  language: "en",
  fromName: "Alder & Finch",
  fromAddress: "hello@alderandfinch.example",
  replyTo: null,
  postalAddress: "Alder & Finch, 14 Harbor Street, Brooklyn, NY 11201, USA",
  websiteUrl: "https://alderandfinch.example",
  demo: true,
};

const BRAND: Partial<Brand> = {
  name: "Alder & Finch",
  voice: "Warm and unhurried. Short sentences. Things for house and garden that last.",
  doList: ["Name the thing, not the feeling", "Say what an offer is and until when"],
  dontList: ["No exclamation marks", "No false hurry"],
  bannedWords: ["cheap", "must-have", "hurry"],
  colours: { accent: "#2f6b4f", ink: "#1c1f1d", background: "#ffffff" },
  signature: "Your people at Alder & Finch",
  noExclamations: true,
  noHurry: true,
};

/** A small shop's idea of a customer whom a person should look at. */
const HIGH_VALUE: Policy["highValue"] = { spend365Minor: 10_800, reviewVip: true };
/** A phone shows about so much of a subject: a person looks at a longer one. */
const SHORT_SUBJECTS: Policy["subject"] = { ...defaultPolicy.subject, maxLength: 50 };
/** What a shop of small things can expect of a customer; for everything else the design's marks hold. */
const TARGETS = {
  figures: {
    revenuePerTouch: { baseline: 0.9, target: 1.6 },
    customerValue: { baseline: 26, target: 34 },
    churn: { baseline: 0.26, target: 0.22 },
  },
};
const GLOBAL_HOLDOUT = 0.2;

/** Publishes the first version of every document of the demo shop. `recipients` get its daily report. */
export async function publishDemoSettings(
  { admin, marketer }: Staff,
  recipients: readonly string[],
): Promise<void> {
  const note = "as the demo shop starts";
  await admin.settings.publish({ kind: "company", expectedVersion: 0, body: COMPANY, note });
  const brand = await marketer.settings.current({ kind: "brand" });
  const body = { ...(brand.body as Brand), ...BRAND };
  await marketer.settings.publish({ kind: "brand", expectedVersion: 0, body, note });
  const { body: standard } = await marketer.settings.current({ kind: "configuration" });
  const configuration = ofTheShop(standard as Configuration);
  await marketer.settings.publish({ kind: "configuration", expectedVersion: 0, body: configuration, note });
  await admin.settings.publishTargets({ kind: "targets", expectedVersion: 0, body: TARGETS, note });
  const report = { enabled: true, hour: 7, recipients };
  await admin.settings.publish({ kind: "report", expectedVersion: 0, body: report, note });
  await changePolicy(admin, { highValue: HIGH_VALUE, subject: SHORT_SUBJECTS }, note);
}

/** People who have just bought show no change of behaviour yet: cross-selling goes by recency, frequency and value. */
function ofTheShop(standard: Configuration): Configuration {
  const crossSell = { segmentors: ["rfm"], settings: {}, actions: ["message" as const, "nudge" as const] };
  const keep = {
    segmentors: ["rfm"],
    settings: {},
    actions: ["offer" as const, "nudge" as const, "message" as const],
  };
  return {
    ...standard,
    globalHoldoutShare: GLOBAL_HOLDOUT,
    goals: { ...standard.goals, "cross-sell": crossSell, "reduce-churn": keep },
  };
}

/** Publishes a version of the policy that differs from the one in force by these parts. */
export async function changePolicy(
  admin: Staff["admin"],
  change: Partial<Policy>,
  note: string,
): Promise<void> {
  const { version, body } = await admin.settings.current({ kind: "policy" });
  await admin.settings.publishPolicy({
    kind: "policy",
    expectedVersion: version,
    body: { ...(body as Policy), ...change },
    note,
  });
}
