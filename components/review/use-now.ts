"use client";
import { useEffect, useState } from "react";

/** The present, advanced every so often. Begins with the server's, so that both draw the same. */
export function useNow(startMs: number, everyMs = 20_000): number {
  const [now, setNow] = useState(startMs);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
