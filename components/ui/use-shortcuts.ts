"use client";
import { useEffect, useRef } from "react";

/** Keys, as KeyboardEvent.key gives them (`j`, `?`, `Escape`), and what they do. */
export type Shortcuts = Readonly<Record<string, () => void>>;

const TYPING = "input, textarea, select, [contenteditable='true'], [role='dialog'], [role='menu']";

/**
 * Single keys for a page. They rest while someone types, while a dialog or menu has the focus, and with Ctrl, Alt or ⌘ held,
 * so that the browser's and the reader's own keys go on working.
 */
export function useShortcuts(shortcuts: Shortcuts, enabled = true): void {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    if (!enabled) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.target instanceof Element && event.target.closest(TYPING)) return;
      const act = current.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [enabled]);
}
