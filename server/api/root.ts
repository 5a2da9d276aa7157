import { figuresRouter } from "./routers/figures";
import { measureRouter } from "./routers/measure";
import { createCallerFactory, router } from "./trpc";

/** Every procedure of the console and of the machinery. */
export const appRouter = router({
  figures: figuresRouter,
  measure: measureRouter,
});
export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
export type Caller = ReturnType<typeof createCaller>;
