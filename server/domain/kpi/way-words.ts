import type { Way } from "./way";

/** Where a figure stands, in words: “79 % of the way”. */
export function wayWords({ state, share }: Way): string {
  if (state === "reached") return "on target";
  if (state === "no-goal") return "no target";
  if (state === "further-away") return "behind the start";
  return share === null ? "not there yet" : `${Math.floor(share * 100)} % of the way`;
}
