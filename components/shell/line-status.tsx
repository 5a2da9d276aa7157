"use client";
import { CloudOff } from "lucide-react";
import { useIsAway } from "@/components/live";

/** Said while the server cannot be reached: what is on the screen may be old. Silent otherwise. */
export function LineStatus() {
  const isAway = useIsAway();
  return (
    <span role="status" className="contents">
      {isAway && (
        <span className="flex items-center gap-1.5 text-12 text-hold">
          <CloudOff aria-hidden className="size-4 shrink-0" />
          <span className="max-md:sr-only">Connection lost, trying again. What you see may be old.</span>
        </span>
      )}
    </span>
  );
}
