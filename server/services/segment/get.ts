import { z } from "zod";
import { segmentOfKey } from "@/server/domain/segment-tally";
import { Refusal } from "@/server/errors";
import { campaignsInUse, movementOf } from "@/server/store/segments.sql";
import { settingInForce } from "@/server/store/settings";
import { view } from "../verb";
import { segmentsOverview } from "./list";

/** A segment's key, `rfm.champions`. */
export const segmentKeyInput = z
  .string()
  .max(120)
  .regex(/^[a-z~-]+\.[a-z-]+$/, "give a segment as segmentor.segment");

/**
 * One segment: its rule and settings, its size day by day with who came and went, where they came from and went to, its
 * overlap with the segments of other segmentors, the campaigns whose customers are divided by it and the offers kept for it.
 */
export const getSegment = view(
  { needs: "campaign.read", input: z.object({ key: segmentKeyInput }) },
  async ({ ctx, input: { key } }) => {
    const { sql } = ctx.platform.database;
    const { segmentation: id, segment: name } = segmentOfKey(key);
    const { counted, segmentations, overlaps } = await segmentsOverview(sql);
    const segmentation = segmentations.find((one) => one.id === id);
    const segment = segmentation?.segments.find((one) => one.segment === name);
    if (segmentation === undefined || segment === undefined)
      throw new Refusal("NOT_FOUND", `key: there is no segment ${key} in the configuration`);
    const [{ body }, campaigns, movement] = await Promise.all([
      settingInForce(sql, "configuration"),
      campaignsInUse(sql),
      movementOf(sql, id, name, counted?.since ?? "2000-01-01"),
    ]);
    const titles = new Map(
      segmentations.flatMap((one) => one.segments.map((its) => [its.key, its] as const)),
    );
    const { segments: _segments, none: _none, moves, ...head } = segmentation;
    return {
      counted,
      segmentation: head,
      segment,
      movement,
      from: moves.filter(({ to }) => to === name),
      to: moves.filter(({ from }) => from === name),
      names: Object.fromEntries(segmentation.segments.map((one) => [one.segment, one.title])),
      overlaps: overlaps.flatMap(({ one, other, customers }) => {
        const with_ = one === key ? other : other === key ? one : null;
        const its = with_ === null ? undefined : titles.get(with_);
        return its === undefined
          ? []
          : [{ key: its.key, title: its.title, customers, of: its.customers ?? 0 }];
      }),
      campaigns: campaigns.filter(({ goal }) => segmentation.goals.some((one) => one === goal)),
      offers: body.offers
        .filter(({ segments }) => segments.includes(name))
        .map(({ id: offer, title }) => ({ id: offer, title })),
    };
  },
);
