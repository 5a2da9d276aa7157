/** The calendar day (YYYY-MM-DD) that it is in a zone. */
export const dayIn = (atMs: number, timeZone: string): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(atMs);
