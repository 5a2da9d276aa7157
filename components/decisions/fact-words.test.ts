import { describe, expect, it } from "vitest";
import { factWords } from "./fact-words";

const place = { currency: "USD", timeZone: "Etc/UTC" };

describe("factWords", () => {
  it.each([
    ["spend365Minor", 84_700, "spent in 365 days $847.00"],
    ["lastOrderMs", Date.UTC(2026, 3, 29), "last order 29\u00a0Apr\u00a02026"],
    ["vip", true, "VIP"],
    ["vip", false, "not VIP"],
    ["hasEmail", true, "has an email address"],
    ["keptOut", false, "nobody keeps them out"],
    ["recentEmailsMs", [1, 2], "2 emails in 60 days"],
    ["openTickets", 1, "1 open ticket"],
    ["openComplaints", 0, "no open complaints"],
    ["hardBounces", null, "hard bounces unknown"],
    ["emailSuppression", null, "not on the suppression list"],
    ["emailSuppression", "bounce", "on the suppression list: bounce"],
    ["emailConsent", null, "consent unknown"],
    ["somethingNew", "x", "somethingNew x"],
  ])("words %s", (name, value, words) => {
    expect(factWords(name, value, place)).toBe(words);
  });
});
