import { initTRPC, TRPCError, tracked } from "@trpc/server";
import superjson from "superjson";
import type { z } from "zod";
import { type Context, may } from "@/server/context";
import type { Permission } from "@/server/domain/role";
import { Refusal } from "@/server/errors";

type Meta = { needs: Permission };

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    transformer: superjson,
    isDev: false, // no stacks in answers
    sse: {
      ping: { enabled: true, intervalMs: 15_000 },
      client: { reconnectAfterInactivityMs: 40_000 },
      // then the browser comes again by itself, and who it is and what they may do is read anew
      maxDurationMs: 300_000,
    },
    errorFormatter: ({ shape, error }) =>
      // what was thrown by accident may quote rows and statements: it goes to the log, not to the caller
      error.code === "INTERNAL_SERVER_ERROR"
        ? { ...shape, message: "this did not work; it was logged" }
        : shape,
  });
export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Authorisation lives here: a procedure without `needs` can be called by nobody. Refusals become tRPC codes once. */
const procedure = t.procedure.use(async ({ ctx, meta, next }) => {
  if (ctx.actor.kind === "anonymous") throw new TRPCError({ code: "UNAUTHORIZED", message: "sign in first" });
  if (meta === undefined || !may(ctx.actor, meta.needs)) {
    throw new TRPCError({
      code: "FORBIDDEN",
      message: `this needs the permission ${meta?.needs ?? "(none named)"}`,
    });
  }
  const result = await next();
  if (!result.ok && result.error.cause instanceof Refusal) {
    throw new TRPCError({
      code: result.error.cause.code,
      message: result.error.cause.message,
      cause: result.error.cause,
    });
  }
  return result;
});

type Service<In, Raw, Out> = ((ctx: Context, raw: Raw) => Promise<Out>) & {
  input: z.ZodType<In, Raw>;
  needs: Permission;
};

// tRPC can't see that an unresolved Raw is the input that it hands on, hence the two casts: the service parses it.

/** Exposes a view as a query. */
export const query = <In, Raw, Out>(service: Service<In, Raw, Out>) =>
  procedure
    .meta({ needs: service.needs })
    .input((raw: unknown) => raw as Raw)
    .query(({ ctx, input }) => service(ctx, input as unknown as Raw));

/** Exposes a verb or a job as a mutation. */
export const mutation = <In, Raw, Out>(service: Service<In, Raw, Out>) =>
  procedure
    .meta({ needs: service.needs })
    .input((raw: unknown) => raw as Raw)
    .mutation(({ ctx, input }) => service(ctx, input as unknown as Raw));

type Feed<In, Raw, Out> = ((ctx: Context, raw: Raw, signal: AbortSignal) => AsyncGenerator<Out>) & {
  input: z.ZodType<In, Raw>;
  needs: Permission;
};

/** Exposes a feed as a subscription over SSE: a browser that lost the line goes on behind the last id it saw. */
export const subscription = <In, Raw, Out extends { id: string }>(service: Feed<In, Raw, Out>) =>
  procedure
    .meta({ needs: service.needs })
    .input((raw: unknown) => raw as Raw)
    .subscription(async function* ({ ctx, input, signal }) {
      const parts = service(ctx, input as unknown as Raw, signal ?? new AbortController().signal);
      for await (const part of parts) yield tracked(part.id, part);
    });
