import { callModel, type ModelLimits, type ModelSettings } from "./call-model";
import type { ModelProbe } from "./contract";
import { ModelFailure } from "./guarded-fetch";

export const PROBE_VERSION = "probe/1";

const PROMPT = {
  system: "You check a connection. Answer with the JSON object that is asked for and nothing else.",
  prompt: 'Give "ok" as subject, preheader, heading and callToAction, and ["ok"] as paragraphs.',
};

/** One call with next to nothing to do, within the limits of every other call. Never throws. */
export async function probeModel(settings: ModelSettings, limits: ModelLimits): Promise<ModelProbe> {
  const begun = performance.now();
  const done = await callModel(settings, limits, PROMPT).catch((error: unknown) =>
    error instanceof ModelFailure ? error : new ModelFailure("unusable output"),
  );
  const failed = done instanceof ModelFailure;
  return {
    model: settings.model,
    outcome: failed ? done.why : "ok",
    milliseconds: Math.round(performance.now() - begun),
    inputTokens: failed ? 0 : done.inputTokens,
    outputTokens: failed ? 0 : done.outputTokens,
  };
}
