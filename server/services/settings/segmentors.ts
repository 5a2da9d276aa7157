import { z } from "zod";
import { segmentors } from "@/server/segmentors";
import type { Segmentor } from "@/server/segmentors/contract";
import { view } from "../verb";

/** The segmentors that exist, for the configuration's editor: their segments and the numbers that may be set, with defaults. */
export const listSegmentors = view({ needs: "settings.read", input: z.object({}) }, async () =>
  Object.entries<Segmentor>(segmentors).map(([id, { title, segments, settings }]) => ({
    id,
    title,
    segments: Object.values(segments),
    /** what is stored with a decision → what it is called */
    segmentTitles: segments,
    settings: z.record(z.string(), z.number()).parse(settings.parse({})),
  })),
);
