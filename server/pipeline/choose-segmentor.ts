import type { Goal } from "@/server/domain/goal";
import type { Configuration } from "@/server/domain/settings/configuration";
import { segmentorOf } from "@/server/segmentors";

/**
 * The id of the segmentor for a goal: the first of the goal's list that the configuration has enabled and that exists;
 * null: none. Nothing that a user types plays a part.
 */
export const chooseSegmentor = (goal: Goal, configuration: Configuration): string | null =>
  configuration.goals[goal].segmentors.find(
    (id) => configuration.enabledSegmentors.includes(id) && segmentorOf(id) !== undefined,
  ) ?? null;
