/** What the engine needs of a logger; pino fits. */
export type Log = Record<
  "info" | "warn" | "error",
  (fields: Record<string, unknown>, message: string) => void
>;
