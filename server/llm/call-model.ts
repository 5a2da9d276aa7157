import { createOpenAI } from "@ai-sdk/openai";
import { Output, streamText } from "ai";
import { z } from "zod";
import { guardedFetch, ModelFailure } from "./guarded-fetch";

export type ModelSettings = {
  apiKey: string;
  /** any compatible endpoint; undefined: OpenAI's */
  baseUrl: string | undefined;
  model: string;
  /** most compatible servers offer `chat` only */
  api: "responses" | "chat";
};

export type ModelLimits = {
  /** an endpoint that has not begun to answer by then hangs: rules take over inside two seconds */
  firstByteMs: number;
  totalMs: number;
  maxBytes: number;
  maxOutputTokens: number;
};

export const DEFAULT_MODEL_LIMITS: ModelLimits = {
  firstByteMs: 1_700,
  totalMs: 20_000,
  maxBytes: 256_000,
  maxOutputTokens: 1_200,
};

/** What the model must answer with. Lengths and words are checked afterwards, for a model keeps to neither. */
const answer = z.object({
  subject: z.string(),
  preheader: z.string(),
  heading: z.string(),
  paragraphs: z.array(z.string()),
  callToAction: z.string(),
});

export type ModelAnswer = { answer: z.infer<typeof answer>; inputTokens: number; outputTokens: number };

/** One call, streamed, without repeats. Throws ModelFailure with the reason where nothing usable came. */
export async function callModel(
  { apiKey, baseUrl, model, api }: ModelSettings,
  limits: ModelLimits,
  { system, prompt }: { system: string; prompt: string },
): Promise<ModelAnswer> {
  let failure: ModelFailure | null = null;
  const fetch = guardedFetch(limits, (seen) => {
    failure ??= seen;
  });
  const openai = createOpenAI({ apiKey, ...(baseUrl === undefined ? {} : { baseURL: baseUrl }), fetch });
  const total = AbortSignal.timeout(limits.totalMs);
  const result = streamText({
    model: api === "chat" ? openai.chat(model) : openai(model),
    output: Output.object({ schema: answer }),
    system,
    prompt,
    maxRetries: 0,
    maxOutputTokens: limits.maxOutputTokens,
    abortSignal: total,
    // errors come out of the promises below
    onError: () => undefined,
  });
  // an abort may leave the stream's own promises open
  const late = new Promise<never>((_, reject) =>
    total.addEventListener("abort", () => reject(new ModelFailure("too slow")), { once: true }),
  );
  try {
    const [output, usage] = await Promise.race([Promise.all([result.output, result.usage]), late]);
    return { answer: output, inputTokens: usage.inputTokens ?? 0, outputTokens: usage.outputTokens ?? 0 };
  } catch (error) {
    if (failure !== null) throw failure;
    throw error instanceof ModelFailure ? error : new ModelFailure("unusable output");
  }
}
