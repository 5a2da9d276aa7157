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
      "People who last ordered 90 to 365 days ago, have no open support ticket and had no message of “Autumn” in the last 30 days.",
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
      "People who made at least 5 orders or made at most 1 order.",
    ],
    [{ all: [{ field: "orders", op: ">=", value: 1 }] }, "People who made at least 1 order."],
    [
      {
        match: "none",
        rules: [
          { field: "silenceDays", op: "<=", value: 30 },
          { field: "spend", op: "between", value: [50, 100] },
          { field: "clicks90", op: ">=", value: 2 },
        ],
      },
      "People who last ordered more than 30 days ago or never, spent less than $50.00 or more than $100.00 and clicked in fewer than 2 emails in the last 90 days.",
    ],
    [
      {
        rules: [quiet],
        groups: [
          {
            match: "any",
            rules: [
              { field: "vip", op: "=", value: true },
              { field: "country", op: "in", value: ["DE"] },
            ],
          },
        ],
      },
      "People who last ordered 90 to 365 days ago and (are VIP or live in DE).",
    ],
    [
      {
        match: "none",
        groups: [
          {
            match: "all",
            rules: [
              { field: "vip", op: "=", value: true },
              { field: "emailConsent", op: "=", value: false },
            ],
          },
        ],
      },
      "People who are not VIP or agreed to email.",
    ],
    [
      { match: "none", rules: [{ field: "category", op: "in", value: ["Boots"] }] },
      "People who never bought Boots.",
    ],
  ])("%j", (given, words) => {
    expect(of(given)).toBe(words);
  });
});
