import { addTallies, emptyTally } from "@/server/domain/segment-tally";
import type { Stage } from "./stage";

/** Counts the segments as they are now. The worker counts the weeks before, which takes it some minutes. */
export async function countSegments({ system: { segment } }: Stage): Promise<void> {
  const { days } = await segment.dueCounts({});
  const today = days.at(-1);
  if (today === undefined) return;
  const { now: population, ...shared } = await segment.measureForCount(today);
  let tally = emptyTally();
  for (let after: number | null = 0; after !== null; ) {
    const counted = await segment.countChunk({ ...today, ...shared, now: population, after });
    tally = addTallies(tally, counted.tally);
    after = counted.next;
  }
  const { configurationVersion } = shared;
  await segment.storeCount({ ...today, configurationVersion, population, tally });
}
