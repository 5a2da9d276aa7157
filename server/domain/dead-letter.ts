/** What the engine may give up: an event that cannot be dispatched, a run that cannot be begun or gone on with, a run that failed. */
export const DEAD_LETTER_KINDS = ["event", "batch", "debounce", "cron", "wait", "run"] as const;
export type DeadLetterKind = (typeof DEAD_LETTER_KINDS)[number];

/** Its failure ends the campaign's run, which stays as it ended: the campaign begins a new one. */
const NEVER_AGAIN = "touchline-start-run";

/** Whether doing it again can change anything. */
export const isRepeatable = (functionId: string | null): boolean => functionId !== NEVER_AGAIN;
