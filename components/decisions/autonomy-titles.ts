/** Levels of autonomy inside a sentence. */
export const AUTONOMY_TITLES: Readonly<Record<string, string>> = {
  observe: "observes only",
  "review-all": "every message reviewed",
  "review-flagged": "flagged messages reviewed",
  autonomous: "autonomous",
};
