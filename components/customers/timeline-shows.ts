/** What the timeline can be narrowed to. */
export const SHOWS = ["all", "decisions", "messages", "orders", "behaviour", "consent", "edits"] as const;
export type Show = (typeof SHOWS)[number];
