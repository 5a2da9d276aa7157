import { type Estimate, Z_TWO_SIDED } from "../stats/estimate";
import { FEWEST_PEOPLE } from "./lift-figures";

/** What the people of one arm spent in a window that ends on a day; whoever spent nothing counts with 0. */
export type ArmWindow = { day: string; heldOut: boolean; people: number; sumMinor: number; squares: number };

export type ArmBand = { day: string; treated: Estimate | null; heldOut: Estimate | null };

/**
 * Revenue per person of each arm, day by day, with the 95 % interval of its mean (normal approximation, minor units,
 * never below 0). Null with fewer than thirty people: the approximation says nothing of so few.
 */
export function armBands(windows: readonly ArmWindow[]): ArmBand[] {
  const byDay = new Map<string, ArmBand>();
  for (const window of windows) {
    const band = byDay.get(window.day) ?? { day: window.day, treated: null, heldOut: null };
    band[window.heldOut ? "heldOut" : "treated"] = meanOf(window);
    byDay.set(window.day, band);
  }
  return [...byDay.values()].sort((a, b) => a.day.localeCompare(b.day));
}

function meanOf({ people, sumMinor, squares }: ArmWindow): Estimate | null {
  if (people < FEWEST_PEOPLE) return null;
  const value = sumMinor / people;
  const variance = Math.max(0, (squares - people * value * value) / (people - 1));
  const half = Z_TWO_SIDED * Math.sqrt(variance / people);
  return { value, low: Math.max(0, value - half), high: value + half };
}
