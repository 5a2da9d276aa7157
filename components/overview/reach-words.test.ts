import { expect, test } from "vitest";
import { reachWords } from "./reach-words";

const all = { from: "2026-03-01", to: "2026-03-30", campaignId: null, channel: null };
const company = { reach: "the whole company" } as const;
const channels = { reach: "all channels" } as const;

test("what a figure is about is said only where the screen is narrower", () => {
  expect(reachWords({}, { ...all, campaignId: 1 })).toBeNull();
  expect(reachWords(company, all)).toBeNull();
  expect(reachWords(company, { ...all, campaignId: 1 })).toBe("the whole company");
  expect(reachWords(company, { ...all, channel: "email" })).toBe("the whole company");
  expect(reachWords(channels, { ...all, campaignId: 1 })).toBeNull();
  expect(reachWords(channels, { ...all, channel: "email" })).toBe("all channels");
});
