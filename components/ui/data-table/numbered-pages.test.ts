import { expect, test } from "vitest";
import { firstPage, numberedPages } from "./numbered-pages";

const { signal } = new AbortController();
const listOf = (total: number) =>
  numberedPages(async ({ page, pageSize }) => ({
    rows: Array.from({ length: Math.max(0, Math.min(pageSize, total - (page - 1) * pageSize)) }, (_, i) => {
      return { id: (page - 1) * pageSize + i };
    }),
    total,
  }));

test("walked from place to place, every row comes once and the last page ends the list", async () => {
  const { loadPage } = listOf(230);
  const ids: number[] = [];
  let after: number | null = null;
  do {
    const { rows, next } = await loadPage(after, signal);
    ids.push(...rows.map(({ id }) => id));
    after = next;
  } while (after !== null);
  expect(ids).toEqual(Array.from({ length: 230 }, (_, i) => i));
});

test("the place of a page leads to the one after it", async () => {
  const { loadPage, loadPlaces } = listOf(1_000);
  const { total, more, places } = await loadPlaces(signal);
  expect({ total, more }).toEqual({ total: 1_000, more: false });
  const { rows } = await loadPage(places[4] ?? null, signal);
  expect(rows[0]).toEqual({ id: 500 });
});

test("a list that is longer than can be shown says so", async () => {
  expect(await listOf(400_000).loadPlaces(signal)).toMatchObject({ total: 250_000, more: true });
});

test.each([
  { total: 0, next: null },
  { total: 100, next: null },
  { total: 101, next: 1 },
])("the first of $total rows goes on from $next", ({ total, next }) => {
  expect(firstPage({ rows: [], total }).next).toBe(next);
});
