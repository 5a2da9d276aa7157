/** What the timeline can be narrowed to. */
export const SHOWS = ["all", "messages", "orders", "behaviour", "consent"] as const;
export type Show = (typeof SHOWS)[number];
