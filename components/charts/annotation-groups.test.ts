import { expect, test } from "vitest";
import { annotationGroups } from "./annotation-groups";

const at = (...places: (number | string)[]) => places.map((x) => ({ x }));

test.each([
  { places: at(0, 10, 20), closest: 5, found: ["1", "2", "3"] },
  { places: at(0, 3, 4, 20), closest: 5, found: ["1–3", "4"] },
  { places: at(0, 3, 6, 9), closest: 5, found: ["1–2", "3–4"] },
  { places: at("a", "b"), closest: 5, found: ["1", "2"] },
  { places: [], closest: 5, found: [] },
])("$places.length within $closest: $found", ({ places, closest, found }) => {
  expect(annotationGroups(places, closest).map(({ numbers }) => numbers)).toEqual(found);
});
