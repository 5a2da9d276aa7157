import { expect, test } from "vitest";
import { pagesAround } from "./page-window";

test.each([
  { first: 0, last: 30, count: 1_000, pages: [0] },
  { first: 50, last: 80, count: 1_000, pages: [0, 1] },
  { first: 210, last: 245, count: 1_000, pages: [1, 2] },
  { first: 980, last: 999, count: 1_000, pages: [9] },
  { first: 0, last: 30, count: 12, pages: [0] },
  { first: 0, last: 0, count: 0, pages: [] },
  { first: 500, last: 530, count: 120, pages: [] },
])("rows $first to $last of $count lie on $pages", ({ first, last, count, pages }) => {
  expect(pagesAround(first, last, count)).toEqual(pages);
});
