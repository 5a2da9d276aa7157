"use client";
import { useSyncExternalStore } from "react";

let isTouched = false;
const SIGNS = ["pointerdown", "keydown"] as const;

const onTouch = (changed: () => void) => {
  const touch = () => {
    isTouched = true;
    changed();
  };
  for (const sign of SIGNS) window.addEventListener(sign, touch, { capture: true, once: true });
  return () => {
    for (const sign of SIGNS) window.removeEventListener(sign, touch, { capture: true });
  };
};

/** Whether anybody has pressed anything yet: what only answers a person does not compete with the page. */
export const useTouched = (): boolean =>
  useSyncExternalStore(
    onTouch,
    () => isTouched,
    () => false,
  );
