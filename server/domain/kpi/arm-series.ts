import { daysFrom } from "./days";

/** What happened in one arm on one day: who joined it, and what its people spent. */
export type ArmDay = { day: string; heldOut: boolean; people: number; revenueMinor: number };

/** Revenue per person of each arm on one day, minor units; null before anybody was in it. */
export type ArmPoint = { day: string; treatedMinor: number | null; heldOutMinor: number | null };

/**
 * The two arms day by day: what an arm's people spent on the day, divided by how many had joined it by its end.
 * Days without orders are there with 0.
 */
export function armSeries(rows: readonly ArmDay[], from: string, to: string): ArmPoint[] {
  const joined = { treated: 0, heldOut: 0 };
  return daysFrom(from, to).map((day) => {
    const today = { treated: 0, heldOut: 0 };
    for (const row of rows) {
      if (row.day !== day) continue;
      const arm = row.heldOut ? "heldOut" : "treated";
      joined[arm] += row.people;
      today[arm] += row.revenueMinor;
    }
    const perPerson = (arm: "treated" | "heldOut") => (joined[arm] === 0 ? null : today[arm] / joined[arm]);
    return { day, treatedMinor: perPerson("treated"), heldOutMinor: perPerson("heldOut") };
  });
}
