"use client";
import { createContext, type ReactNode } from "react";

/** Whether changes of the address stay in the browser. */
export const InPlaceContext = createContext(false);

/**
 * Below it, a filter changes the address and nothing else: the list asks for its rows by itself, and the page around it is
 * not made again.
 */
export function AddressInPlace({ children }: { children: ReactNode }) {
  return <InPlaceContext value={true}>{children}</InPlaceContext>;
}
