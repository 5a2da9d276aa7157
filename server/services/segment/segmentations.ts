import { canonical } from "@/server/domain/canonical";
import { GOALS, type Goal } from "@/server/domain/goal";
import type { Configuration } from "@/server/domain/settings/configuration";
import { chooseSegmentor } from "@/server/pipeline/choose-segmentor";
import { segmentorOf } from "@/server/segmentors";
import type { Segmentor } from "@/server/segmentors/contract";

/** A segmentor under one set of settings: what the company's customers can be divided by. */
export type Segmentation = {
  /** the segmentor's id; with other settings than its first, `rfm~win-back` after the first goal that has them */
  id: string;
  segmentorId: string;
  segmentor: Segmentor;
  settings: unknown;
  /** the goals whose campaigns are divided by it now */
  goals: readonly Goal[];
};

/** Every enabled segmentor, once for each set of settings that some goal gives it. */
export function segmentationsOf(configuration: Configuration): Segmentation[] {
  return configuration.enabledSegmentors.flatMap((segmentorId) => {
    const segmentor = segmentorOf(segmentorId);
    return segmentor === undefined ? [] : variantsOf(segmentorId, segmentor, configuration);
  });
}

function variantsOf(segmentorId: string, segmentor: Segmentor, configuration: Configuration): Segmentation[] {
  const named = GOALS.filter((goal) => configuration.goals[goal].segmentors.includes(segmentorId));
  const variants = new Map<string, { settings: unknown; named: Goal[] }>();
  const add = (raw: unknown, goals: Goal[]) => {
    const settings = segmentor.settings.parse(raw ?? {});
    const key = canonical(settings);
    const known = variants.get(key);
    if (known === undefined) variants.set(key, { settings, named: goals });
    else known.named.push(...goals);
  };
  for (const goal of named) add(configuration.goals[goal].settings[segmentorId], [goal]);
  if (variants.size === 0) add({}, []);
  return [...variants.values()].map(({ settings, named: its }, i) => ({
    id: i === 0 ? segmentorId : `${segmentorId}~${its[0]}`,
    segmentorId,
    segmentor,
    settings,
    goals: its.filter((goal) => chooseSegmentor(goal, configuration) === segmentorId),
  }));
}
