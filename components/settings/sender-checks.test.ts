import { expect, test } from "vitest";
import { defaultCompany } from "@/server/domain/settings/company";
import { senderChecks } from "./sender-checks";

const of = (over: Partial<typeof defaultCompany>) =>
  senderChecks({ ...defaultCompany, ...over }).map(({ name, tone }) => `${name} ${tone}`);

test.each([
  {
    sender: {
      fromAddress: "hello@alder.shop",
      postalAddress: "1 Lane",
      websiteUrl: "https://www.alder.shop",
    },
    checks: ["Postal address pass", "Domain pass", "Website pass"],
  },
  {
    sender: {
      fromAddress: "hello@news.alder.shop",
      postalAddress: "1 Lane",
      websiteUrl: "https://alder.shop/uk",
    },
    checks: ["Postal address pass", "Domain pass", "Website pass"],
  },
  {
    sender: { fromAddress: "us@example.com", websiteUrl: "https://example.com" },
    checks: ["Postal address block", "Domain block", "Website pass"],
  },
  {
    sender: { fromAddress: "alder@gmail.com", postalAddress: " ", websiteUrl: "https://alder.shop" },
    checks: ["Postal address block", "Domain block", "Website hold"],
  },
])("$sender.fromAddress: $checks", ({ sender, checks }) => {
  expect(of(sender)).toEqual(checks);
});
