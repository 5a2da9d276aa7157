import { describe, expect, test } from "vitest";
import { audience } from "@/server/domain/audience";
import { audienceSentence } from "./audience-sentence";

const known = { currency: "USD", campaigns: [{ id: 3, name: "Autumn" }] };
const of = (given: unknown) => audienceSentence(audience.parse(given as never), known);
const quiet = { field: "silenceDays", op: "between", value: [90, 365] };

describe("the audience in words", () => {
  test.each([
    [{}, "Everyone."],
    [{ all: [{ field: "orders", op: ">=", value: 2 }] }, "People who made at least 2 orders."],
    [
      { rules: [quiet, { field: "country", op: "in", value: ["DE", "FR"] }] },
      "People who last ordered 90 to 365 days ago and live in DE or FR.",
    ],
    [
      {
        rules: [quiet],
        groups: [
          {
            match: "none",
            rules: [
              { field: "openTicket", op: "=", value: true },
              { field: "touched", op: "=", value: { campaignId: 3, days: 30 } },
            ],
          },
        ],
      },
      "People who last ordered 90 to 365 days ago and match none of: have an open support ticket; had a message of “Autumn” in the last 30 days.",
    ],
    [
      {
        match: "any",
        rules: [
          { field: "spend", op: ">=", value: 100 },
          { field: "vip", op: "=", value: true },
        ],
      },
      "People who spent at least $100.00 or are VIP.",
    ],
    [
      {
        rules: [
          { field: "silenceDays", op: ">=", value: 120 },
          { field: "orders", op: ">=", value: 2 },
          { field: "silenceDays", op: "<=", value: 200 },
          { field: "silenceDays", op: ">=", value: 150 },
        ],
      },
      "People who last ordered 120 to 200 days ago, made at least 2 orders and last ordered at least 150 days ago.",
    ],
    [
      {
        match: "any",
        rules: [
          { field: "orders", op: ">=", value: 5 },
          { field: "orders", op: "<=", value: 1 },
        ],
      },
      "People who made at least 5 orders or made at most 1 orders.",
    ],
    [
      { match: "none", rules: [{ field: "category", op: "in", value: ["Boots"] }] },
      "People who match none of: bought Boots.",
    ],
  ])("%j", (given, words) => {
    expect(of(given)).toBe(words);
  });
});
