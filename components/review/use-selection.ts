"use client";
import { useSearchParams } from "next/navigation";
import { useCallback } from "react";

/**
 * The message that is open, kept in the address (`?item=12`). Changing it loads no page. On a phone, opening the first one
 * makes an entry in the history, so that Back leads to the list.
 */
export function useSelection() {
  const params = useSearchParams();
  const chosen = rowIdOf(params.get("item"));

  const select = useCallback((id: number | null) => {
    const url = new URL(window.location.href);
    const before = url.searchParams.get("item");
    if (id === null) url.searchParams.delete("item");
    else url.searchParams.set("item", String(id));
    const place = url.pathname + url.search;
    if (before === null && id !== null) window.history.pushState(null, "", place);
    else window.history.replaceState(null, "", place);
  }, []);

  return { chosen, select };
}

/** The message in the address at this moment, for what comes back later than the render that asked. */
export const selectedNow = (): number | null =>
  rowIdOf(new URL(window.location.href).searchParams.get("item"));

/** A row's id out of the address; null where there is none. */
function rowIdOf(text: string | null | undefined): number | null {
  const id = Number(text ?? "");
  return Number.isInteger(id) && id > 0 && id <= 2_147_483_647 ? id : null;
}
