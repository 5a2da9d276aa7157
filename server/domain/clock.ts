/** Where the time comes from. The real one is in `server/clock.ts`; tests and the walkthrough wind their own. */
export type Clock = { now(): Date };
