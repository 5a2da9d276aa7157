import { z } from "zod";
import { cronProblem } from "./cron-times";
import { durationMs } from "./duration";
import { type Expression, expression } from "./expression";

/** A registered function, ready to be matched and called. Durations are milliseconds. */
export type EngineFunction = {
  id: string;
  url: string;
  maxAttempts: number;
  events: { name: string; when: Expression | null }[];
  crons: string[];
  cancels: { event: string; when: Expression | null; withinMs: number | null }[];
  concurrency: { limit: number; scope: "fn" | "env" | "account"; key: Expression | null }[];
  batch: { maxSize: number; timeoutMs: number; key: Expression | null } | null;
  debounce: { periodMs: number; key: Expression | null; latestMs: number | null } | null;
  idempotency: Expression | null;
  rateLimit: { limit: number; periodMs: number; key: Expression | null } | null;
  throttle: { limit: number; periodMs: number; burst: number; key: Expression | null } | null;
  singleton: { key: Expression | null; mode: "skip" | "cancel" } | null;
  startWithinMs: number | null;
  finishWithinMs: number | null;
};

const DEFAULT_RETRIES = 4;
const MOST_RETRIES = 20;

const duration = z.string().transform((text, context) => {
  const ms = durationMs(text);
  if (ms !== null) return ms;
  context.addIssue({ code: "custom", message: `"${text}" is not a duration` });
  return z.NEVER;
});

const cel = z.string().transform((source, context) => {
  try {
    return expression(source);
  } catch (error) {
    context.addIssue({ code: "custom", message: `"${source}" does not parse: ${firstLine(error)}` });
    return z.NEVER;
  }
});

const cron = z.string().superRefine((text, context) => {
  const problem = cronProblem(text);
  if (problem !== null) context.addIssue({ code: "custom", message: `"${text}" is no schedule: ${problem}` });
});

const key = cel.nullable().default(null);

const limit = z.strictObject({
  limit: z.int().min(0),
  key,
  scope: z.enum(["fn", "env", "account"]).default("fn"),
});

const batchEvents = z
  .strictObject({ maxSize: z.int().min(1).max(1000), timeout: duration, key })
  .transform(({ maxSize, timeout, key }) => ({ maxSize, timeoutMs: timeout, key }));

const debounce = z
  .strictObject({ period: duration, key, timeout: duration.nullable().default(null) })
  .transform(({ period, key, timeout }) => ({ periodMs: period, key, latestMs: timeout }));

const rateLimit = z
  .strictObject({ limit: z.int().min(1).max(10_000), period: duration, key })
  .transform(({ limit, period, key }) => ({ limit, periodMs: period, key }));

const throttle = z
  .strictObject({ limit: z.int().positive(), period: duration, burst: z.int().positive().default(1), key })
  .transform(({ limit, period, burst, key }) => ({ limit, periodMs: period, burst, key }));

/** What an SDK registers for a function. Strict: an option that is not named here is refused, never ignored. */
const registered = z.strictObject({
  id: z.string().min(1),
  name: z.string().optional(),
  triggers: z.array(
    z.union([z.strictObject({ event: z.string().min(1), expression: key }), z.strictObject({ cron })]),
  ),
  steps: z.strictObject({
    step: z.strictObject({
      id: z.string(),
      name: z.string().optional(),
      runtime: z.strictObject({ type: z.literal("http"), url: z.url() }),
      retries: z.strictObject({ attempts: z.int().min(0).max(MOST_RETRIES).optional() }).optional(),
    }),
  }),
  cancel: z
    .array(z.strictObject({ event: z.string(), if: key, timeout: duration.nullable().default(null) }))
    .default([]),
  concurrency: z
    .union([
      z
        .int()
        .min(0)
        .transform((n) => [{ limit: n, scope: "fn" as const, key: null }]),
      limit.transform((one) => [one]),
      z.array(limit).max(2),
    ])
    .default([]),
  batchEvents: batchEvents.nullable().default(null),
  debounce: debounce.nullable().default(null),
  idempotency: key,
  rateLimit: rateLimit.nullable().default(null),
  throttle: throttle.nullable().default(null),
  singleton: z
    .strictObject({ key, mode: z.enum(["skip", "cancel"]) })
    .nullable()
    .default(null),
  timeouts: z.strictObject({ start: duration.optional(), finish: duration.optional() }).optional(),
});

type ParsedFunction = { config: EngineFunction } | { refusal: string };

/** Reads one function of a registration. A refusal names the function and the option. */
export function parseFunction(raw: unknown): ParsedFunction {
  const id = z.object({ id: z.string() }).safeParse(raw).data?.id ?? "(no id)";
  const parsed = registered.safeParse(raw);
  if (!parsed.success)
    return {
      refusal: `function "${id}": ${parsed.error.issues.flatMap((issue) => reasons(issue)).join("; ")}`,
    };
  const clash = clashIn(parsed.data);
  return clash === null ? { config: engineFunction(parsed.data) } : { refusal: `function "${id}": ${clash}` };
}

type Registered = z.infer<typeof registered>;

function engineFunction(raw: Registered): EngineFunction {
  return {
    id: raw.id,
    url: raw.steps.step.runtime.url,
    maxAttempts: (raw.steps.step.retries?.attempts ?? DEFAULT_RETRIES) + 1,
    events: raw.triggers.flatMap((it) => ("event" in it ? [{ name: it.event, when: it.expression }] : [])),
    crons: raw.triggers.flatMap((it) => ("cron" in it ? [it.cron] : [])),
    cancels: raw.cancel.map((it) => ({ event: it.event, when: it.if, withinMs: it.timeout })),
    concurrency: raw.concurrency.filter((it) => it.limit > 0),
    batch: raw.batchEvents,
    debounce: raw.debounce,
    idempotency: raw.idempotency,
    rateLimit: raw.rateLimit,
    throttle: raw.throttle,
    singleton: raw.singleton,
    startWithinMs: raw.timeouts?.start ?? null,
    finishWithinMs: raw.timeouts?.finish ?? null,
  };
}

/** Deferred functions are started by an API that only Inngest has; a batch has no single event to evaluate options on. */
function clashIn(raw: Registered): string | null {
  if (raw.triggers.some((it) => "event" in it && it.event === "inngest/deferred.schedule"))
    return "deferred functions (createDefer) are not supported by the embedded engine";
  if (raw.batchEvents === null) return null;
  const others = { debounce: raw.debounce, idempotency: raw.idempotency, rateLimit: raw.rateLimit };
  const clash = Object.entries(others).find(([, option]) => option !== null)?.[0];
  const named = clash ?? (raw.cancel.length > 0 ? "cancelOn" : null);
  return named === null ? null : `option "${named}" is not supported together with "batchEvents"`;
}

function reasons(issue: z.core.$ZodIssue, prefix: readonly PropertyKey[] = []): string[] {
  const path = [...prefix, ...issue.path];
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    // The branch that came furthest is the one that the author meant.
    const closest = [...issue.errors].sort((a, b) => weight(a) - weight(b))[0] ?? [];
    return closest.flatMap((inner) => reasons(inner, path));
  }
  if (issue.code === "unrecognized_keys")
    return issue.keys.map(
      (key) => `option "${[...path, key].join(".")}" is not supported by the embedded engine`,
    );
  return [`option "${path.join(".")}": ${issue.message}`];
}

function weight(issues: z.core.$ZodIssue[]): number {
  return issues.reduce(
    (sum, issue) =>
      sum + (issue.code === "invalid_type" ? 10 : issue.code === "unrecognized_keys" ? issue.keys.length : 0),
    issues.length,
  );
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
}
