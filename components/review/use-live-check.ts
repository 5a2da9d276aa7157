"use client";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTRPC } from "@/components/trpc";
import type { Checked, CopyDraft } from "./review-types";

const SETTLE_MS = 400;

type Result = { copy: CopyDraft; answer: Checked };

/**
 * Puts an edit to the guardrails a moment after the last key. `current` is the answer for exactly the words that stand
 * there now; null while they are being checked. `latest` is the newest answer, to go on showing meanwhile.
 */
export function useLiveCheck(id: number, copy: CopyDraft, enabled: boolean) {
  const { mutateAsync } = useMutation(useTRPC().review.check.mutationOptions());
  const [result, setResult] = useState<Result | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const asked = useRef(0);

  useEffect(() => {
    if (!enabled) return;
    const turn = ++asked.current;
    const timer = setTimeout(async () => {
      try {
        const answer = await mutateAsync({ id, copy });
        if (turn !== asked.current) return; // a later key was faster
        setResult({ copy, answer });
        setProblem(null);
      } catch (error) {
        if (turn === asked.current) setProblem(error);
      }
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [id, copy, enabled, mutateAsync]);

  return {
    current: result?.copy === copy ? result.answer : null,
    latest: result?.answer ?? null,
    problem: problem instanceof Error ? problem : null,
  };
}
