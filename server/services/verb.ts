import { z } from "zod";
import { type Actor, type Context, may, nameOf } from "@/server/context";
import type { Permission } from "@/server/domain/role";
import { Refusal } from "@/server/errors";
import type { OutgoingEvent } from "@/server/platform";
import { appendEntries } from "@/server/store/audit";
import type { Tx } from "@/server/store/database";

/** What a change must give back: its answer, and what the audit keeps. Personal data never goes into before and after. */
export type Change<Out> = {
  out: Out;
  entity: { type: string; id: string };
  before: unknown;
  after: unknown;
  /** what it changed one by one, where it changed many: an entry for each */
  parts?: readonly { entity: { type: string; id: string }; before: unknown; after: unknown }[];
  /** sent to the engine after the commit; a sweep finds what a crash in between loses */
  events?: readonly OutgoingEvent[];
};

type Tools<In> = { tx: Tx; actor: Actor; now: Date; input: In; ctx: Context };

/** The only door for changes: parse, permit, change, audit, in one transaction. A body that returns no audit trail does not compile. */
export function verb<In, Raw, Out>(
  spec: { action: string; needs: Permission; input: z.ZodType<In, Raw> },
  body: (tools: Tools<In>) => Promise<Change<Out>>,
) {
  const run = async (ctx: Context, raw: Raw): Promise<Out> => {
    const input = parseInput(spec.input, raw);
    permit(ctx.actor, spec.needs);
    const { platform, actor } = ctx;
    const now = platform.clock.now();
    const { out, events } = await platform.database.transaction(async (tx) => {
      const change = await body({ tx, actor, now, input, ctx });
      const entries = [change, ...(change.parts ?? [])].map(({ entity, before, after }) => ({
        actor: nameOf(actor),
        action: spec.action,
        entity,
        data: { before, after },
      }));
      await appendEntries(tx.sql, now, entries);
      return change;
    });
    if (events !== undefined && events.length > 0) await platform.emit(events);
    return out;
  };
  return Object.assign(run, { input: spec.input, needs: spec.needs, action: spec.action });
}

/** A question: parse, permit, answer. Changes nothing. */
export function view<In, Raw, Out>(
  spec: { needs: Permission; input: z.ZodType<In, Raw> },
  body: (tools: { ctx: Context; now: Date; input: In }) => Promise<Out>,
) {
  const run = async (ctx: Context, raw: Raw): Promise<Out> => {
    const input = parseInput(spec.input, raw);
    permit(ctx.actor, spec.needs);
    return body({ ctx, now: ctx.platform.clock.now(), input });
  };
  return Object.assign(run, { input: spec.input, needs: spec.needs });
}

/** What goes on being told: parse, permit, then one part after the other until the caller leaves. Changes nothing. */
export function feed<In, Raw, Out>(
  spec: { needs: Permission; input: z.ZodType<In, Raw> },
  body: (tools: { ctx: Context; input: In; signal: AbortSignal }) => AsyncGenerator<Out>,
) {
  const run = (ctx: Context, raw: Raw, signal: AbortSignal): AsyncGenerator<Out> => {
    const input = parseInput(spec.input, raw);
    permit(ctx.actor, spec.needs);
    return body({ ctx, input, signal });
  };
  return Object.assign(run, { input: spec.input, needs: spec.needs });
}

/**
 * A measurement of the console itself: parse, permit, write one row. It leaves no entry in the audit, because nothing
 * that decides, sends or governs may hang on it.
 */
export function measurement<In, Raw, Out>(
  spec: { needs: Permission; input: z.ZodType<In, Raw> },
  body: (tools: { ctx: Context; now: Date; input: In }) => Promise<Out>,
) {
  return view(spec, body);
}

/**
 * Machinery of the line: chunks, claims, sweeps. It opens its own transactions and appends its own audit blocks,
 * because it changes thousands of rows at once; only the system may call it.
 */
export function job<In, Raw, Out>(
  spec: { input: z.ZodType<In, Raw> },
  body: (tools: { ctx: Context; now: Date; input: In }) => Promise<Out>,
) {
  return view({ needs: "system.run", input: spec.input }, body);
}

function permit(actor: Actor, needs: Permission): void {
  if (actor.kind === "anonymous") throw new Refusal("UNAUTHORIZED", "sign in first");
  if (!may(actor, needs)) throw new Refusal("FORBIDDEN", `this needs the permission ${needs}`);
}

function parseInput<In, Raw>(schema: z.ZodType<In, Raw>, raw: Raw): In {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Refusal(
    "BAD_REQUEST",
    `${issue?.path.join(".") || "input"}: ${issue?.message ?? z.prettifyError(parsed.error)}`,
  );
}
