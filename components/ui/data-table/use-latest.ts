"use client";
import { useCallback, useEffect, useRef } from "react";

/** The same function for ever, which does what the newest one does: rows that did not change are not drawn anew for it. */
export function useLatest<Args extends unknown[]>(act: (...args: Args) => void): (...args: Args) => void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
