import { expect, test } from "vitest";
import type { SettingKind } from "@/server/domain/settings";
import { settingKinds } from "@/server/domain/settings";
import { diff } from "@/server/domain/settings/diff";
import { settingWords } from "./setting-words";

test.each([
  ["configuration", "globalHoldoutShare", 0.05, "Global holdout", "5 %"],
  [
    "configuration",
    "goals.win-back.actions",
    ["offer", "nudge"],
    "Win back customers who went quiet: actions allowed",
    "offer\nnudge",
  ],
  [
    "configuration",
    "goals.win-back.settings.behavioural.quietAfterDays",
    120,
    "Win back customers who went quiet: quiet after",
    "120",
  ],
  ["configuration", "offers[ten-percent].active", true, "Offer “ten-percent”: active", "yes"],
  [
    "configuration",
    "offers[ten-percent].minMargin",
    0.2,
    "Offer “ten-percent”: margin that must remain",
    "20 %",
  ],
  ["configuration", "offers[ten-percent].value", 10, "Offer “ten-percent”: value", "10"],
  ["configuration", "offers[new]", undefined, "Offer “new”", "not there"],
  ["policy", "review.slaHours", 12, "To be decided within", "12 hours"],
  ["policy", "tickets.complaint", "review", "An open complaint", "A person looks first"],
  ["policy", "highValue.spend365Minor", 10_800, "People who spent in a year", "$108.00"],
  ["company", "fromName", "Alder", "From, name", "Alder"],
  ["brand", "bannedWords", [], "Banned words", "none"],
  ["targets", "figures.conversion.target", 0.031, "Conversion: target", "3.1 %"],
  ["report", "recipients", [], "Recipients", "none"],
  ["policy", "", {}, "The whole document", "{}"],
] as const)("%s %s of %j is “%s”, “%s”", (kind, path, value, name, words) => {
  const field = settingWords(kind, path);
  expect(field.name).toBe(name);
  expect(field.valueWords(value, "USD")).toBe(words);
});

test.each(Object.keys(settingKinds) as SettingKind[])(
  "every field of a new %s has a name in words",
  (kind) => {
    const { initial } = settingKinds[kind];
    const emptied = Object.fromEntries(Object.entries(initial).map(([key, value]) => [key, hollow(value)]));
    const unnamed = diff(emptied, initial)
      .map(({ path }) => path)
      .filter((path) => settingWords(kind, path).name === path);
    expect(unnamed).toEqual([]);
  },
);

/** The same shape with other values, so that each field differs by itself. */
function hollow(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  if (typeof value !== "object" || value === null) return "other";
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, hollow(inner)]));
}
