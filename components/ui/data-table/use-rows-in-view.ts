"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect } from "react";
import { HEAD_PX } from "./table-layout";
import type { ListedRows } from "./use-listed-rows";

const OVERSCAN_ROWS = 10;
/** What a page that is made on the server draws before its size is known. */
const FIRST_RECT = { width: 1200, height: 640 };

/** Which rows are in view; they are asked for. Another list begins at its top. */
export function useRowsInView(
  box: RefObject<HTMLDivElement | null>,
  { count, show, key }: Pick<ListedRows<unknown>, "count" | "show" | "key">,
  rowHeight: number,
) {
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN_ROWS,
    initialRect: FIRST_RECT,
    scrollPaddingEnd: HEAD_PX,
    useFlushSync: false,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => show(first, last), [show, first, last]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another key is another list
  useEffect(() => void box.current?.scrollTo({ top: 0 }), [key]);
  return {
    items,
    before: items[0]?.start ?? 0,
    after: virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0),
    reveal: (index: number) => virtualizer.scrollToIndex(index, { align: "auto" }),
    perScreen: () => Math.max(1, Math.floor(((box.current?.clientHeight ?? 0) - HEAD_PX) / rowHeight)),
  };
}
