"use client";
import { useSyncExternalStore } from "react";

/** The style sheet's `md`: from here on the sidebar stands. */
const WIDE = "(min-width: 861px)";

const onTurn = (changed: () => void) => {
  const wide = window.matchMedia(WIDE);
  wide.addEventListener("change", changed);
  return () => wide.removeEventListener("change", changed);
};

/** Whether there is room for two things beside each other. `guess`: what the server takes the browser for. */
export const useIsWide = (guess: boolean): boolean =>
  useSyncExternalStore(
    onTurn,
    () => window.matchMedia(WIDE).matches,
    () => guess,
  );
