"use client";
import { useCallback, useEffect, useRef } from "react";

/**
 * How long something has been in front of the reader: from when it was shown, without the time in which the page was
 * hidden. `key` names what is shown; null stops the clock. Answers a function that reads it, in milliseconds.
 */
export function useTimeInView(key: string | null): () => number {
  const clock = useRef<{ spent: number; since: number | null }>({ spent: 0, since: null });

  useEffect(() => {
    const now = () => performance.now();
    clock.current = { spent: 0, since: key !== null && !document.hidden ? now() : null };
    const onVisibility = () => {
      const { spent, since } = clock.current;
      if (document.hidden)
        clock.current = { spent: spent + (since === null ? 0 : now() - since), since: null };
      else clock.current = { spent, since: key === null ? null : now() };
    };
    document.addEventListener("visibilitychange", onVisibility);
    return () => document.removeEventListener("visibilitychange", onVisibility);
  }, [key]);

  return useCallback(() => {
    const { spent, since } = clock.current;
    return Math.round(spent + (since === null ? 0 : performance.now() - since));
  }, []);
}
