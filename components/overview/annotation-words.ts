import type { Answer } from "@/components/api-types";

type Change = Answer["figures"]["annotations"]["changes"][number];

const SETTINGS: Record<string, string> = {
  policy: "policy",
  configuration: "configuration",
  brand: "brand guide",
};
const MOVES: Record<string, string> = {
  live: "launched",
  paused: "paused",
  stopped: "stopped",
  archived: "archived",
  draft: "taken back to draft",
};

/** A change in a few words, as it stands below a drawing. */
export const annotationWords = (change: Change): string =>
  change.kind === "setting"
    ? `${SETTINGS[change.what] ?? change.what} version ${change.version}`
    : `${change.what} ${MOVES[change.state] ?? change.state}`;
