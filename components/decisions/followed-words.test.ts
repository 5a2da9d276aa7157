import { expect, test } from "vitest";
import { followedWords } from "./followed-words";

const none = { opened: false, clicked: false, orders: 0, revenueMinor: 0 };

test.each([
  { given: {}, words: "Left" },
  { given: { opened: true }, words: "Opened" },
  { given: { opened: true, clicked: true }, words: "Clicked" },
  { given: { orders: 1, revenueMinor: 4200 }, words: "1 order, $42.00" },
  { given: { clicked: true, orders: 2, revenueMinor: 4200 }, words: "2 orders, $42.00" },
])("$words", ({ given, words }) => {
  expect(followedWords({ ...none, ...given }, "USD").words).toBe(words);
});
