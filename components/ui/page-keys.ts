"use client";
import { useEffect } from "react";

/** Keys of a page and what they do; a dash between two means all from one to the other. */
export type KeyLine = readonly [keys: readonly string[], what: string];

const told = new Set<readonly KeyLine[]>();

/** Has the help of `?` tell of these keys while what uses them is shown. `lines` are the same with each render. */
export function usePageKeys(lines: readonly KeyLine[]): void {
  useEffect(() => {
    told.add(lines);
    return () => {
      told.delete(lines);
    };
  }, [lines]);
}

/** The keys of what is shown at this moment. */
export const pageKeysNow = (): readonly KeyLine[] => [...told].flat();
