import { formatCount } from "@/components/ui/format";

/** Runs that no lift counts yet, in a sentence; nothing where there are none. */
export const leftOutWords = (runs: number): string =>
  runs === 0
    ? ""
    : `${formatCount(runs)} ${runs === 1 ? "run is" : "runs are"} left out until all messages have left.`;
