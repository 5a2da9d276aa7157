"use client";
import { useEffect, useRef } from "react";

/**
 * A frame that was pressed takes the keyboard with it, and the page's keys go dead. Attached to the box around a frame,
 * this gives the keyboard back after a press; whoever came in by Tab keeps it, to scroll.
 */
export function useKeysBack() {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let lastWasKey = false;
    const onKey = () => {
      lastWasKey = true;
    };
    const onPointer = () => {
      lastWasKey = false;
    };
    const onBlur = () => {
      const focused = document.activeElement;
      if (lastWasKey || !(focused instanceof HTMLIFrameElement) || !box.current?.contains(focused)) return;
      setTimeout(() => focused.blur()); // after the browser has finished moving the focus
    };
    window.addEventListener("keydown", onKey, true);
    window.addEventListener("pointermove", onPointer, true);
    window.addEventListener("blur", onBlur);
    return () => {
      window.removeEventListener("keydown", onKey, true);
      window.removeEventListener("pointermove", onPointer, true);
      window.removeEventListener("blur", onBlur);
    };
  }, []);
  return box;
}
