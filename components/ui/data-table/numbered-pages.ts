import { PAGE_ROWS } from "./page-window";
import type { ListPage, ListSource } from "./use-listed-rows";

/** A page of a list that numbers its pages from 1, with how long the whole list is. */
type Numbered<Row> = { rows: readonly Row[]; total: number };
type Load<Row> = (page: { page: number; pageSize: number }, signal: AbortSignal) => Promise<Numbered<Row>>;

/** Longer lists are shown up to here. */
const MOST = 250_000;

/** The first rows of such a list. */
export const firstPage = <Row>(answer: Numbered<Row>): ListPage<Row, number> => pageOf(1, answer);

/** How `useListedRows` reads such a list: the place where a page ends is its number. */
export const numberedPages = <Row>(
  load: Load<Row>,
): Pick<ListSource<Row, number>, "loadPage" | "loadPlaces"> => ({
  loadPage: async (after, signal) => {
    const page = (after ?? 0) + 1;
    return pageOf(page, await load({ page, pageSize: PAGE_ROWS }, signal));
  },
  loadPlaces: async (signal) => {
    const { total } = await load({ page: 1, pageSize: 1 }, signal);
    const listed = Math.min(total, MOST);
    const places = Array.from({ length: Math.floor(listed / PAGE_ROWS) }, (_, i) => i + 1);
    return { total: listed, more: total > MOST, places };
  },
});

const pageOf = <Row>(page: number, { rows, total }: Numbered<Row>): ListPage<Row, number> => ({
  rows,
  next: page * PAGE_ROWS < Math.min(total, MOST) ? page : null,
});
