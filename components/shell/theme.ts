"use client";
import { useSyncExternalStore } from "react";

/** `system` is the absence of a choice. */
export type Theme = "system" | "light" | "dark";

/** Also read by public/theme.js before the first paint. */
const KEY = "theme";
const listeners = new Set<() => void>();

/** The theme chosen in this browser, and how to choose another. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(subscribe, currentTheme, () => "system" as const);
  return [theme, chooseTheme];
}

export function chooseTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === "system") delete dataset.theme;
  else dataset.theme = theme;
  try {
    if (theme === "system") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Storage is blocked: the choice lasts as long as this page.
  }
  for (const listener of listeners) listener();
}

function currentTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === "light" || theme === "dark" ? theme : "system";
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
