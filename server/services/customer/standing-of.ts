import type { CustomerFacts } from "@/server/domain/customer-facts";
import { rfmScores } from "@/server/domain/rfm-scores";
import { segmentKey } from "@/server/domain/segment-tally";
import type { Configuration } from "@/server/domain/settings/configuration";
import { segmentationsOf } from "@/server/services/segment/segmentations";
import type { newestCount } from "@/server/store/segments.sql";

type Count = NonNullable<Awaited<ReturnType<typeof newestCount>>>;

/**
 * Where a customer stands among all: the segment that each segmentor names now, and their fifths of recency, frequency
 * and value, against the population of the newest count. Null until segments were counted; `rfm` null: never ordered.
 */
export function standingOf(
  facts: CustomerFacts,
  count: Count | null,
  configuration: Configuration,
  nowMs: number,
) {
  if (count === null) return null;
  const { population, at } = count;
  const { lastOrderMs, orders, spendMinor } = facts;
  return {
    measuredAt: at,
    segments: segmentationsOf(configuration).map(({ id, segmentor, settings }) => {
      const segment = segmentor.prepare(settings, population)(facts, nowMs);
      return {
        segmentation: segmentor.title,
        key: segment === null ? null : segmentKey(id, segment),
        title: segment === null ? null : (segmentor.segments[segment] ?? segment),
        rule: segment === null ? null : (segmentor.rules(settings)[segment] ?? null),
      };
    }),
    rfm:
      lastOrderMs === null || orders === 0
        ? null
        : {
            scores: rfmScores({ lastOrderMs, orders, spendMinor }, population, nowMs),
            buyers: population.buyers,
            silenceDaysCuts: population.silenceDaysCuts,
            ordersCuts: population.ordersCuts,
            spendMinorCuts: population.spendMinorCuts,
          },
  };
}
