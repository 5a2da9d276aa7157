import { expect, test } from "vitest";
import { KPIS } from "./definitions";
import { definitionsPage } from "./definitions-page";

test("docs/definitions.md says what the code says (npx vitest run server/domain/kpi -u writes it)", async () => {
  await expect(definitionsPage()).toMatchFileSnapshot("../../../docs/definitions.md");
});

test("no two figures share a title", () => {
  const titles = Object.values(KPIS).map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
});
