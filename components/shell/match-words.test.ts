import { expect, test } from "vitest";
import { matchWords } from "./match-words";

test.each([
  { title: "Configuration", typed: "pol", words: ["policy"], score: 0.5 },
  { title: "Campaigns", typed: "pol", words: ["goal"], score: 0 },
  { title: "Sandbox inbox", typed: "inb", words: [], score: 0.8 },
  { title: "Sandbox inbox", typed: "SAND in", words: [], score: 0.8 },
  { title: "Review", typed: "review", words: [], score: 1 },
  { title: "Sign out", typed: "log out", words: ["log out"], score: 0.5 },
  { title: "Review", typed: "", words: [], score: 1 },
])("“$typed” fits $title by $score", ({ title, typed, words, score }) => {
  expect(matchWords(title, typed, words)).toBe(score);
});
