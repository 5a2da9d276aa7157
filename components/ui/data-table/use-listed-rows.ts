"use client";
import { keepPreviousData, useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { PAGE_ROWS, pagesAround } from "./page-window";
import { usePagesInView } from "./use-pages-in-view";

/** Rows from a place on; `next` null: the list ends with them. */
export type ListPage<Row, Place> = { rows: readonly Row[]; next: Place | null };
/** How long the list is (`more`: at least so long), and where each page of PAGE_ROWS ends. */
export type ListPlaces<Place> = { total: number; more: boolean; places: readonly Place[] };

export type ListSource<Row, Place> = {
  /** The list's name and everything that narrows or orders it; another key is another list. */
  key: readonly unknown[];
  loadPage: (after: Place | null, signal: AbortSignal) => Promise<ListPage<Row, Place>>;
  loadPlaces: (signal: AbortSignal) => Promise<ListPlaces<Place>>;
  /** The first rows, where the page brought them along. */
  first: ListPage<Row, Place> | undefined;
};

export type ListedRows<Row> = {
  key: string;
  /** Rows to make room for. */
  count: number;
  /** How many match; null: not known yet. */
  total: number | null;
  /** There are more than `total`; they are not listed. */
  more: boolean;
  /** Undefined: on its way. */
  rowAt: (index: number) => Row | undefined;
  /** What has come of the pages in view. */
  loaded: readonly Row[];
  /** Says what is in view, so that it is asked for. */
  show: (first: number, last: number) => void;
  /** Rows that need not be in view. */
  load: (first: number, last: number) => Promise<Row[]>;
  /** What is shown is of the list before: this one is on its way. */
  passing: boolean;
  problem: Error | null;
  retry: () => void;
};

/** A list is as old as this before it is asked for again when somebody comes back to it. */
const FRESH_MS = 60_000;

/**
 * A list of any length, of which only the pages in view are loaded: by the place where the page before ends, so that the
 * hundred-thousandth row costs what the first does.
 */
export function useListedRows<Row, Place>(source: ListSource<Row, Place>): ListedRows<Row> {
  const queries = useQueryClient();
  const { key, loadPage, loadPlaces } = source;
  const head = useQuery({
    queryKey: [...key, 0],
    queryFn: ({ signal }) => loadPage(null, signal),
    staleTime: FRESH_MS,
    placeholderData: keepPreviousData,
    ...(source.first === undefined ? {} : { initialData: source.first }),
  });
  const passing = head.isPlaceholderData;
  const isLong = head.data !== undefined && head.data.next !== null;
  const ends = useQuery({
    queryKey: [...key, "places"],
    queryFn: ({ signal }) => loadPlaces(signal),
    staleTime: FRESH_MS,
    enabled: isLong && !passing,
  });
  const total = passing ? null : isLong ? (ends.data?.total ?? null) : (head.data?.rows.length ?? null);
  const count = total ?? head.data?.rows.length ?? 0;
  const keyText = JSON.stringify(key);
  const { pages, show } = usePagesInView(
    keyText,
    count,
    (page) => queries.getQueryData([...key, page]) !== undefined,
  );

  const places = ends.data?.places;
  const pageQuery = (page: number) => ({
    queryKey: [...key, page],
    queryFn: ({ signal }: { signal: AbortSignal }) => loadPage(places?.[page - 1] ?? null, signal),
    staleTime: FRESH_MS,
  });
  const wanted = useMemo(
    () => pages.filter((page) => page > 0 && places?.[page - 1] !== undefined),
    [pages, places],
  );
  const tail = useQueries({
    queries: wanted.map(pageQuery),
    combine: (results) => ({
      rows: results.map(({ data }) => data?.rows),
      problem: results.find(({ error }) => error !== null)?.error ?? null,
    }),
  });
  const headRows = head.data?.rows;
  const { loaded, byPage } = useMemo(
    () => pagesOf([0, ...wanted], [headRows, ...tail.rows]),
    [headRows, tail.rows, wanted],
  );

  return {
    key: keyText,
    count,
    total,
    more: ends.data?.more ?? false,
    rowAt: (index) => byPage.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS],
    loaded,
    show,
    load: (first, last) =>
      rowsBetween(first, last, count, (page) =>
        queries.fetchQuery({ ...pageQuery(page), staleTime: Number.POSITIVE_INFINITY }),
      ),
    passing,
    problem: head.error ?? ends.error ?? tail.problem,
    retry: () => void queries.refetchQueries({ queryKey: key, type: "active" }),
  };
}

function pagesOf<Row>(numbers: readonly number[], rows: readonly (readonly Row[] | undefined)[]) {
  return {
    loaded: rows.flatMap((page) => page ?? []),
    byPage: new Map(numbers.map((page, i) => [page, rows[i]])),
  };
}

async function rowsBetween<Row, Place>(
  first: number,
  last: number,
  count: number,
  fetchPage: (page: number) => Promise<ListPage<Row, Place>>,
): Promise<Row[]> {
  const numbers = pagesAround(first, last, count);
  const fetched = await Promise.all(numbers.map(fetchPage));
  const start = (numbers[0] ?? 0) * PAGE_ROWS;
  return fetched.flatMap(({ rows }) => rows).slice(first - start, last - start + 1);
}
