"use client";
import { useRef } from "react";

type AutoFocus = (event: Event) => void;

const FIELD = "input:not([type=hidden]), select, textarea";

/**
 * Handlers for a dialog that several things may open: it begins at its first field, and gives the focus back to whatever
 * had it. Radix does the latter for its own triggers only. What the caller's handlers prevent is left alone.
 */
export function useOpener(onOpen?: AutoFocus, onClose?: AutoFocus) {
  const opener = useRef<HTMLElement | null>(null);
  return {
    onOpenAutoFocus(event: Event) {
      const { activeElement } = document;
      opener.current = activeElement instanceof HTMLElement ? activeElement : null;
      onOpen?.(event);
      const { currentTarget } = event;
      if (event.defaultPrevented || !(currentTarget instanceof HTMLElement)) return;
      const field = currentTarget.querySelector<HTMLElement>(FIELD);
      if (field === null) return;
      event.preventDefault();
      field.focus();
    },
    onCloseAutoFocus(event: Event) {
      onClose?.(event);
      if (event.defaultPrevented || opener.current?.isConnected !== true) return;
      event.preventDefault();
      opener.current.focus();
    },
  };
}
