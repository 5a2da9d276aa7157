"use client";
import { useEffect, useRef, useState } from "react";
import type { CheckedCopy, CopyDraft } from "./copy-types";

const SETTLE_MS = 400;

type Result = { copy: CopyDraft; answer: CheckedCopy };

/** What the rules say of an edit, and how far they are. */
export type LiveCheck = {
  /** the answer for exactly the words that stand there now; null while they are being checked */
  current: CheckedCopy | null;
  /** the newest answer, to go on showing meanwhile */
  latest: CheckedCopy | null;
  problem: Error | null;
};

/** Puts an edit to the rules a moment after the last key. `check` has to stay the same function while it asks the same. */
export function useLiveCheck(
  check: (copy: CopyDraft) => Promise<CheckedCopy>,
  copy: CopyDraft,
  enabled: boolean,
): LiveCheck {
  const [result, setResult] = useState<Result | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const asked = useRef(0);

  useEffect(() => {
    if (!enabled) return;
    const turn = ++asked.current;
    const timer = setTimeout(async () => {
      try {
        const answer = await check(copy);
        if (turn !== asked.current) return; // a later key was faster
        setResult({ copy, answer });
        setProblem(null);
      } catch (error) {
        if (turn === asked.current) setProblem(error);
      }
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [check, copy, enabled]);

  return {
    current: result?.copy === copy ? result.answer : null,
    latest: result?.answer ?? null,
    problem: problem instanceof Error ? problem : null,
  };
}
