"use client";
import { useMutation } from "@tanstack/react-query";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { useTRPC } from "@/components/trpc";
import { areaOf } from "@/server/domain/console-area";

const TICK_SECONDS = 5;
const REPORT_SECONDS = 60;
/** Somebody who has touched nothing for so long is not at work. */
const IDLE_MS = 60_000;
const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;

/**
 * Counts how long somebody works in an area of the console: while the page is in view and was used within the last
 * minute. It reports the area and the seconds, nothing else; a report that is lost is lost.
 */
export function TimeAtWork() {
  const area = areaOf(usePathname());
  const { mutate } = useMutation(useTRPC().session.atWork.mutationOptions({ retry: false }));
  const usedAt = useRef(0);
  useEffect(() => {
    const used = () => {
      usedAt.current = performance.now();
    };
    used();
    for (const sign of SIGNS) window.addEventListener(sign, used, { passive: true });
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, used);
    };
  }, []);
  useEffect(() => {
    let seconds = 0;
    const report = () => {
      if (seconds > 0) mutate({ area, seconds });
      seconds = 0;
    };
    const tick = setInterval(() => {
      const isUsed = performance.now() - usedAt.current < IDLE_MS;
      if (document.visibilityState === "visible" && isUsed) seconds += TICK_SECONDS;
      if (seconds >= REPORT_SECONDS) report();
    }, TICK_SECONDS * 1000);
    return () => {
      clearInterval(tick);
      report();
    };
  }, [area, mutate]);
  return null;
}
