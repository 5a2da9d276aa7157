"use client";
import { useSearchParams } from "next/navigation";
import { useCallback, useSyncExternalStore } from "react";

const moves = new EventTarget();
const MOVED = "moved";

/**
 * The message that is open, kept in the address (`?item=12`). Changing it loads no page. On a phone, opening the first one
 * makes an entry in the history, so that Back leads to the list.
 */
export function useSelection() {
  const drawn = rowIdOf(useSearchParams().get("item"));
  // the router tells of a change when it has the time; the address itself is read at once. Not by the function's own
  // name: one that is new with each render has it compared anew after the router's own moves
  const chosen = useSyncExternalStore(
    followMoves,
    () => selectedNow(),
    () => drawn,
  );

  const select = useCallback((id: number | null) => {
    const url = new URL(window.location.href);
    const before = url.searchParams.get("item");
    if (id === null) url.searchParams.delete("item");
    else url.searchParams.set("item", String(id));
    const place = url.pathname + url.search;
    if (before === null && id !== null) window.history.pushState(null, "", place);
    else window.history.replaceState(null, "", place);
    moves.dispatchEvent(new Event(MOVED));
  }, []);

  return { chosen, select };
}

function followMoves(onMove: () => void): () => void {
  moves.addEventListener(MOVED, onMove);
  window.addEventListener("popstate", onMove);
  return () => {
    moves.removeEventListener(MOVED, onMove);
    window.removeEventListener("popstate", onMove);
  };
}

/** The message in the address at this moment, for what comes back later than the render that asked. */
export const selectedNow = (): number | null =>
  rowIdOf(new URL(window.location.href).searchParams.get("item"));

/** A row's id out of the address; null where there is none. */
function rowIdOf(text: string | null | undefined): number | null {
  const id = Number(text ?? "");
  return Number.isInteger(id) && id > 0 && id <= 2_147_483_647 ? id : null;
}
