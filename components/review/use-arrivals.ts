"use client";
import { useEffect, useRef, useState } from "react";

/** Of the rows, those that came while this list was open and were not opened yet. Pages that were asked for do not count. */
export function useArrivals(
  list: string,
  rows: readonly { id: number; openedAt: Date }[],
  openId: number | null,
): ReadonlySet<number> {
  const [arrived, setArrived] = useState<ReadonlySet<number>>(new Set());
  const known = useRef<{ list: string; ids: Set<number>; sinceMs: number } | null>(null);
  useEffect(() => {
    if (known.current?.list !== list) {
      known.current = { list, ids: new Set(rows.map(({ id }) => id)), sinceMs: newest(rows) };
      setArrived(new Set());
      return;
    }
    const { ids, sinceMs } = known.current;
    const fresh = rows.filter(({ id, openedAt }) => !ids.has(id) && openedAt.getTime() > sinceMs);
    for (const { id } of rows) ids.add(id);
    if (fresh.length > 0) setArrived((old) => new Set([...old, ...fresh.map(({ id }) => id)]));
  }, [list, rows]);
  useEffect(() => {
    if (openId !== null) setArrived((old) => (old.has(openId) ? without(old, openId) : old));
  }, [openId]);
  return arrived;
}

const newest = (rows: readonly { openedAt: Date }[]): number =>
  Math.max(0, ...rows.map(({ openedAt }) => openedAt.getTime()));

const without = (ids: ReadonlySet<number>, id: number): ReadonlySet<number> =>
  new Set([...ids].filter((one) => one !== id));
