import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { namePartsAsked, namePartsOf } from "./name-parts";

const finds = (search: string, firstName: string, lastName: string) => {
  const asked = namePartsAsked(search);
  const parts = namePartsOf({ firstName, lastName });
  return asked.length > 0 && asked.every((part) => parts.includes(part));
};

describe("a person is found", () => {
  test.each([
    ["maria", "Maria", "Lindqvist"],
    ["MAR", "Maria", "Lindqvist"],
    ["lindqvist maria", "Maria", "Lindqvist"],
    ["mar lin", "Maria", "Lindqvist"],
    ["jose", "José", "Nuñez"],
    ["Núñez", "José", "Nunez"],
    ["strasse", "Anna", "Straße"],
    ["obrien", "Sean", "O'Brien"],
    ["o’brien", "Sean", "O'Brien"],
    ["luc", "Jean-Luc", "Picard"],
    ["li", "Li", "Wu"],
    ["王伟", "王伟", ""],
    ["wolfeschlegelstein", "Hubert", "Wolfeschlegelsteinhausenbergerdorff"],
  ])("by %s: %s %s", (search, firstName, lastName) => {
    expect(finds(search, firstName, lastName)).toBe(true);
  });
});

describe("a person is not found", () => {
  test.each([
    ["ma", "Maria", "Lindqvist"],
    ["aria", "Maria", "Lindqvist"],
    ["maria berg", "Maria", "Lindqvist"],
    ["-", "Maria", "Lindqvist"],
    ["", "Maria", "Lindqvist"],
  ])("by “%s”: %s %s", (search, firstName, lastName) => {
    expect(finds(search, firstName, lastName)).toBe(false);
  });
});

test("whatever a name is, it is found by itself, and has few parts", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (name) => {
      const parts = namePartsOf({ firstName: name });
      expect(parts.length).toBeLessThanOrEqual(64);
      for (const asked of namePartsAsked(name)) {
        const isShort = [...asked].length < 3;
        expect(parts.some((part) => (isShort ? part === asked : part.startsWith(asked)))).toBe(true);
      }
    }),
  );
});
