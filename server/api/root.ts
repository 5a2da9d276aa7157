import { createCallerFactory, router } from "./trpc";

/** Every procedure of the console and of the machinery. */
export const appRouter = router({});
export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
export type Caller = ReturnType<typeof createCaller>;
