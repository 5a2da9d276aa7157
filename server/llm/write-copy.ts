import type { Clock } from "@/server/domain/clock";
import { checkCopy } from "@/server/domain/copy/check-copy";
import { oneLine } from "@/server/domain/copy/clean-text";
import { DAY_MS } from "@/server/domain/time";
import { Breaker } from "./breaker";
import {
  callModel,
  DEFAULT_MODEL_LIMITS,
  type ModelAnswer,
  type ModelLimits,
  type ModelSettings,
} from "./call-model";
import type { CopyBrief, CopyText, CopyWriter, WrittenCopy } from "./contract";
import { ModelFailure } from "./guarded-fetch";
import { PROBE_VERSION, probeModel } from "./probe-model";
import { PROMPT_VERSION, writeCopyPrompt } from "./prompts/write-copy-1";
import { writtenByRules } from "./rules-writer";

/** One call to a model, as it is kept. `outcome` is 'ok' or why the rules-based writer took over. */
export type ModelCall = {
  at: Date;
  purpose: "write-copy" | "probe";
  model: string;
  promptVersion: string;
  /** null: for no campaign */
  campaignId: number | null;
  inputTokens: number;
  outputTokens: number;
  milliseconds: number;
  outcome: string;
};

/** Where calls are kept, and what they have used. */
export type ModelCalls = {
  record(call: ModelCall): Promise<void>;
  /** tokens since an instant: of one campaign, and of all */
  tokensSince(since: Date, campaignId: number): Promise<{ campaign: number; all: number }>;
};

type Options = {
  settings: ModelSettings;
  calls: ModelCalls;
  clock: Clock;
  limits?: ModelLimits;
  /** tokens in any 24 hours */
  budget?: { campaign: number; all: number };
};

const DEFAULT_BUDGET = { campaign: 200_000, all: 1_000_000 };
/** Pieces under way at once. */
const PARALLEL = 4;
/** Calls for one piece: a second one where the first answer may not be used. */
const ATTEMPTS = 2;

/**
 * Writes pieces with a model and checks every word; where the model hangs, fails, is over budget or writes what may not
 * be sent, the rules write the piece and it says so. Source: docs/decisions/021.
 */
export function createModelWriter({
  settings,
  calls,
  clock,
  limits = DEFAULT_MODEL_LIMITS,
  budget = DEFAULT_BUDGET,
}: Options): CopyWriter {
  const breaker = new Breaker(() => performance.now());

  const hasBudget = async ({ campaignId }: CopyBrief): Promise<boolean> => {
    const used = await calls.tokensSince(new Date(clock.now().getTime() - DAY_MS), campaignId);
    return used.campaign < budget.campaign && used.all < budget.all;
  };
  const attempt = async (brief: CopyBrief): Promise<Attempt> => {
    const begun = performance.now();
    const done = await callModel(settings, limits, writeCopyPrompt(brief)).catch(asFailure);
    const judged = judge(done, brief);
    if (done instanceof ModelFailure) breaker.failed(done.retryAfterMs);
    else breaker.succeeded();
    await calls.record({
      at: clock.now(),
      purpose: "write-copy",
      model: settings.model,
      promptVersion: PROMPT_VERSION,
      campaignId: brief.campaignId,
      inputTokens: done instanceof ModelFailure ? 0 : done.inputTokens,
      outputTokens: done instanceof ModelFailure ? 0 : done.outputTokens,
      milliseconds: Math.round(performance.now() - begun),
      outcome: judged.outcome,
    });
    return judged;
  };
  const writeOne = async (brief: CopyBrief): Promise<WrittenCopy> => {
    for (let i = 0; i < ATTEMPTS; i++) {
      if (breaker.isOpen() || !(await hasBudget(brief))) break;
      const { text, mayRepeat } = await attempt(brief);
      if (text !== null)
        return { text, writtenBy: "model", model: settings.model, promptVersion: PROMPT_VERSION };
      if (!mayRepeat) break;
    }
    return writtenByRules(brief);
  };

  const probe = async () => {
    const probed = await probeModel(settings, limits);
    await calls.record({
      at: clock.now(),
      purpose: "probe",
      promptVersion: PROBE_VERSION,
      campaignId: null,
      ...probed,
    });
    return probed;
  };
  return { write: (briefs) => inParallel(briefs, PARALLEL, writeOne), probe };
}

const asFailure = (error: unknown): ModelFailure =>
  error instanceof ModelFailure ? error : new ModelFailure("unusable output");

/** `mayRepeat`: another call may do better, at once; a model that hangs would only hang again. */
type Attempt = { text: CopyText | null; outcome: string; mayRepeat: boolean };

/** The words of an answer where they may be used, and what is kept of the call. */
function judge(done: ModelAnswer | ModelFailure, brief: CopyBrief): Attempt {
  if (done instanceof ModelFailure) {
    const mayRepeat = done.why === "unusable output" || done.why.startsWith("status 5");
    return { text: null, outcome: done.why, mayRepeat };
  }
  const { subject, preheader, heading, paragraphs, callToAction } = done.answer;
  const text: CopyText = {
    subject: oneLine(subject),
    preheader: oneLine(preheader),
    heading: oneLine(heading),
    paragraphs: paragraphs.map(oneLine).filter((one) => one !== ""),
    callToAction: oneLine(callToAction),
  };
  const problems = checkCopy(text, brief);
  if (problems.length === 0) return { text, outcome: "ok", mayRepeat: false };
  return { text: null, outcome: [...new Set(problems.map(({ code }) => code))].join(" "), mayRepeat: true };
}

/** Runs the work over the items, so many at a time. Aligned by index. */
async function inParallel<In, Out>(
  items: readonly In[],
  parallel: number,
  work: (item: In) => Promise<Out>,
): Promise<Out[]> {
  const results: Out[] = [];
  let next = 0;
  const lane = async () => {
    for (let i = next++; i < items.length; i = next++) {
      // i is below the length
      results[i] = await work(items[i] as In);
    }
  };
  await Promise.all(Array.from({ length: Math.min(parallel, items.length) }, lane));
  return results;
}
