"use client";
import { useCallback, useEffect, useState } from "react";

/**
 * Messages that were decided here and that the list may still hold. Once a list came without one, it is forgotten: if it
 * waits again, because a colleague took the decision back, it is shown.
 */
export function useHidden(listed: readonly { id: number }[]) {
  const [hidden, setHidden] = useState<ReadonlySet<number>>(new Set());
  const hide = useCallback((id: number) => setHidden((old) => new Set(old).add(id)), []);
  const show = useCallback(
    (id: number) => setHidden((old) => new Set([...old].filter((one) => one !== id))),
    [],
  );
  useEffect(() => {
    const there = new Set(listed.map(({ id }) => id));
    setHidden((old) =>
      [...old].every((id) => there.has(id)) ? old : new Set([...old].filter((id) => there.has(id))),
    );
  }, [listed]);
  return { hidden, hide, show };
}
