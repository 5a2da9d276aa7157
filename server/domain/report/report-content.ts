/** What a daily report says, in words: figures are worded, addresses whole. */
export type ReportContent = {
  company: string;
  isDemo: boolean;
  /** the company's day on which it leaves, as read: “2 March 2026” */
  day: string;
  /** of which days the figures are: “1 Feb to 1 Mar 2026” */
  period: string;
  /** whether marketing earned in these days, in plain words */
  answer: string;
  /** `value` null: there is not enough data, `note` says which is missing */
  north: { label: string; value: string | null; note: string }[];
  figures: { label: string; value: string; goal: string; state: string; url: string }[];
  alerts: { title: string; detail: string; link: { label: string; url: string } | null }[];
  overviewUrl: string;
  settingsUrl: string;
};

/** The subject of a report: what comes first is what needs a person. */
export function reportSubject({ company, day, alerts, north }: ReportContent): string {
  const open = alerts.length === 0 ? "nothing needs you" : `${alerts.length} to look at`;
  const value = north[0]?.value ?? null;
  return `${company}, ${day}: ${value === null ? "" : `${value} per touch, `}${open}`;
}

/** Where a figure stands: `target 3.1 %; on target`, or what is missing to say so. */
export function standing({ goal, state }: Pick<ReportContent["figures"][number], "goal" | "state">): string {
  if (goal === "" || state === "") return goal + state;
  return `${goal}${state.endsWith(".") ? ". " : "; "}${state}`;
}
