import { describe, expect, it } from "vitest";
import { factWords } from "./fact-words";

const place = { currency: "USD", timeZone: "Etc/UTC" };

describe("factWords", () => {
  it.each([
    ["spend365Minor", 84_700, "spent in 365 days $847.00"],
    ["lastOrderMs", Date.UTC(2026, 3, 29), "last order 29\u00a0Apr\u00a02026"],
    ["vip", true, "VIP yes"],
    ["recentEmailsMs", [1, 2], "emails in 60 days 2"],
    ["emailSuppression", null, "suppressed no"],
    ["emailConsent", null, "consent unknown"],
    ["somethingNew", "x", "somethingNew x"],
  ])("words %s", (name, value, words) => {
    expect(factWords(name, value, place)).toBe(words);
  });
});
