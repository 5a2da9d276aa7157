"use client";
import { useState } from "react";

type Row = { id: number };

/**
 * Which message is open, where it stands in the list and what comes after it. The list is live: what is open stays open
 * when riskier ones arrive above it, or when a colleague decides it and it leaves the list; then what came after it still
 * does.
 */
export function useOpenPlace(list: string, rows: readonly Row[], chosen: number | null) {
  const [last, setLast] = useState<{ list: string; id: number; place: number } | null>(null);
  const kept = last !== null && last.list === list ? last : null;
  const openId = chosen ?? kept?.id ?? rows[0]?.id ?? null;
  const found = rows.findIndex(({ id }) => id === openId);
  const isGone = found === -1 && kept !== null && kept.id === openId;
  const place = isGone ? kept.place : found;

  const isMoved = kept?.id !== openId || kept.place !== found;
  // while rendering: an effect would have everything drawn a second time before it is seen
  if (openId !== null && found !== -1 && isMoved) setLast({ list, id: openId, place: found });

  return {
    openId,
    place,
    /** where in the list to go on */
    next: isGone ? kept.place : found + 1,
    /** nothing stays open: the last was decided */
    leave: () => setLast(null),
  };
}
