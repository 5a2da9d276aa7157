"use client";
import { useSyncExternalStore } from "react";

const onLoad = (changed: () => void) => {
  window.addEventListener("load", changed);
  return () => window.removeEventListener("load", changed);
};

/** Whether the page has loaded: what nobody can need before does not compete with it. */
export const usePageLoaded = (): boolean =>
  useSyncExternalStore(
    onLoad,
    () => document.readyState === "complete",
    () => false,
  );
