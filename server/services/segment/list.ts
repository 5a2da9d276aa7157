import { z } from "zod";
import { GOAL_TITLES } from "@/server/domain/goal";
import { segmentKey } from "@/server/domain/segment-tally";
import { DAY_MS } from "@/server/domain/time";
import type { Sql } from "@/server/store/database";
import {
  type CountHead,
  type Move,
  movesSince,
  newestCount,
  overlapsNow,
  type SizeOfDay,
  sizesSince,
} from "@/server/store/segments.sql";
import { settingInForce } from "@/server/store/settings";
import { view } from "../verb";
import { type Segmentation, segmentationsOf } from "./segmentations";

/** How far back movement is shown. */
export const PERIOD_DAYS = 28;

/**
 * Every segment of the enabled segmentors: its rule, its size at the newest count, what its people spent in 365 days, who
 * came and went in the last 28 days, and how segments of different segmentors overlap. `counted` null: nothing was
 * counted yet, and sizes are null. Sizes of past days are as of the end of the company's day.
 */
export const listSegments = view({ needs: "campaign.read", input: z.object({}).default({}) }, ({ ctx }) =>
  segmentsOverview(ctx.platform.database.sql),
);

export async function segmentsOverview(sql: Sql) {
  const { body } = await settingInForce(sql, "configuration");
  const newest = await newestCount(sql);
  const since = dayBefore(newest?.day ?? "2000-01-01", PERIOD_DAYS);
  const [sizes, moves, overlaps] = await Promise.all([
    sizesSince(sql, since),
    movesSince(sql, since),
    overlapsNow(sql),
  ]);
  return {
    counted: newest === null ? null : headOf(newest, sizes),
    segmentations: segmentationsOf(body).map((one) => segmentationOf(one, newest, sizes, moves)),
    overlaps,
  };
}

/** The day (YYYY-MM-DD) so many days before another. */
export const dayBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);

const headOf = ({ day, at, customers, configurationVersion }: CountHead, sizes: readonly SizeOfDay[]) => ({
  day,
  at,
  customers,
  configurationVersion,
  /** the first day of the movement that is shown */
  since: sizes[0]?.day ?? day,
});

function segmentationOf(
  { id, segmentor, settings, goals }: Segmentation,
  newest: CountHead | null,
  sizes: readonly SizeOfDay[],
  moves: readonly Move[],
) {
  const rules = segmentor.rules(settings);
  const own = sizes.filter(({ segmentation }) => segmentation === id);
  const ownMoves = moves.filter(({ segmentation }) => segmentation === id);
  const sum = (some: readonly Move[]) => some.reduce((total, { customers }) => total + customers, 0);
  const sizeOf = (segment: string) => {
    const days = own.filter((size) => size.segment === segment);
    const now = days.find(({ day }) => day === newest?.day);
    return {
      customers: newest === null ? null : (now?.customers ?? 0),
      spendMinor: newest === null ? null : (now?.spendMinor ?? 0),
      came: newest === null ? null : sum(ownMoves.filter(({ to }) => to === segment)),
      went: newest === null ? null : sum(ownMoves.filter(({ from }) => from === segment)),
      days: [...new Set(own.map(({ day }) => day))].map((day) => ({
        day,
        customers: days.find((size) => size.day === day)?.customers ?? 0,
      })),
    };
  };
  return {
    id,
    title: titleOf(segmentor.title, id),
    goals,
    settings: z.record(z.string(), z.number()).parse(settings),
    segments: Object.entries(segmentor.segments).map(([segment, title]) => ({
      key: segmentKey(id, segment),
      segment,
      title,
      rule: rules[segment] ?? "",
      ...sizeOf(segment),
    })),
    none: sizeOf(""),
    moves: ownMoves.map(({ from, to, customers }) => ({ from, to, customers })),
  };
}

function titleOf(title: string, id: string): string {
  const goal = Object.entries(GOAL_TITLES).find(([name]) => id.endsWith(`~${name}`));
  return goal === undefined ? title : `${title}, as set for “${goal[1]}”`;
}
