import { expect, test } from "vitest";
import { daysOf, isMissing, numberOf } from "./cell";
import { kindsOf, typeColumns } from "./type-columns";

test.each([
  ["12", 12],
  [" -3.5 ", -3.5],
  ["1e3", 1000],
  ["$1,234.50", 1234.5],
  ["£ 7", 7],
  ["45 %", 45],
  ["", Number.NaN],
  ["12 Main Street", Number.NaN],
  ["0% - 5%", Number.NaN],
])("%j as a number", (cell, value) => {
  expect(numberOf(cell)).toBe(value);
});

test.each([
  ["1970-01-02", 1],
  ["2020/2/29", 18_321],
  ["1970-01-01 12:00", 0.5],
  ["1970-01-01T06:00:00.000Z", 0.25],
  ["2020-13-01", Number.NaN],
  ["20200101", Number.NaN],
])("%j as a day", (cell, day) => {
  expect(daysOf(cell)).toBe(day);
});

test.each(["", " ", "NA", "n/a", "NULL", "nan", "None", "?"])("%j is missing", (cell) => {
  expect(isMissing(cell)).toBe(true);
});

test("a few words among many numbers are missing numbers; many are words", () => {
  const mostly = [...Array.from({ length: 60 }, (_, i) => String(i)), "unknown", "unknown"];
  const mixed = ["1", "2", "three", "four", "5"];
  expect(
    kindsOf([
      { name: "a", cells: mostly },
      { name: "b", cells: mixed },
    ]),
  ).toEqual({ a: "number", b: "word" });
  const [column] = typeColumns([{ name: "a", cells: mostly }]);
  expect(column?.kind === "number" && column.values.at(-1)).toBeNaN();
});

test("a date is its day, weekday, month and hour", () => {
  const typed = typeColumns([{ name: "seen", cells: ["2026-11-28 18:30", "2026-11-29 00:15", ""] }]);
  expect(typed.map(({ name }) => name)).toEqual(["seen", "seen (weekday)", "seen (month)", "seen (hour)"]);
  const [day, weekday, , hour] = typed;
  expect(day?.kind === "number" && [...day.values]).toEqual([
    20_785.770833333332,
    20_786.010416666668,
    Number.NaN,
  ]);
  expect(weekday?.kind === "word" && [weekday.levels, [...weekday.codes]]).toEqual([
    ["Saturday", "Sunday"],
    [0, 1, -1],
  ]);
  expect(hour?.kind === "number" && [...hour.values]).toEqual([18, 0, Number.NaN]);
});

test("cells of another table are read as the first one's were", () => {
  const kinds = kindsOf([{ name: "x", cells: ["1", "2"] }]);
  const [column] = typeColumns(
    [
      { name: "x", cells: ["unknown", "3"] },
      { name: "new", cells: ["1", "2"] },
    ],
    kinds,
  );
  expect(column?.kind === "number" && [...column.values]).toEqual([Number.NaN, 3]);
});

test("none is a word among words, and missing among numbers", () => {
  const [word, number] = typeColumns([
    { name: "plan", cells: ["none", "gold", "NA"] },
    { name: "visits", cells: ["none", "3", "4"] },
  ]);
  expect(word?.kind === "word" && [...word.codes]).toEqual([0, 1, -1]);
  expect(number?.kind === "number" && [...number.values]).toEqual([Number.NaN, 3, 4]);
});
