import type { SettingKind } from "@/server/domain/settings";

/** The documents that this form edits; the others have pages of their own. */
export type EditedKind = Exclude<SettingKind, "brand" | "targets" | "report">;

/** One control of a settings form. `path` is where its value stands in the document. */
export type SettingField = {
  path: string;
  label: string;
  help?: string;
  /** share: 0–1, typed in per cent · minor: minor units, typed as money · lines: a list, one a line */
  kind:
    | "text"
    | "area"
    | "number"
    | "share"
    | "minor"
    | "lines"
    | "yes"
    | "colour"
    | { options: readonly { value: string; label: string }[] };
  unit?: string;
  /** an empty control stands for null */
  nullable?: boolean;
};
export type SettingGroup = { title: string; sub?: string; fields: readonly SettingField[] };

const number = (path: string, label: string, unit: string, help?: string): SettingField => ({
  path,
  label,
  kind: "number",
  unit,
  ...(help === undefined ? {} : { help }),
});
const share = (path: string, label: string, help: string): SettingField => ({
  path,
  label,
  kind: "share",
  help,
});

const LANGUAGES = [
  { value: "en", label: "English" },
  { value: "de", label: "German" },
  { value: "fr", label: "French" },
  { value: "es", label: "Spanish" },
];
const TICKET_RULES = [
  { value: "review", label: "A person looks first" },
  { value: "block", label: "Nothing is sent" },
];

const COMPANY: readonly SettingGroup[] = [
  {
    title: "Company",
    fields: [
      { path: "name", label: "Name", kind: "text" },
      { path: "currency", label: "Currency", kind: "text", help: "ISO 4217, such as EUR" },
      { path: "timeZone", label: "Time zone", kind: "text", help: "IANA, such as Europe/Berlin" },
      { path: "country", label: "Country", kind: "text", help: "ISO 3166, such as DE" },
      { path: "language", label: "Language of the copy", kind: { options: LANGUAGES } },
      { path: "websiteUrl", label: "Website", kind: "text", help: "Links in mails lead here; https only" },
    ],
  },
];

const POLICY: readonly SettingGroup[] = [
  {
    title: "How often, and to whom",
    fields: [
      number("frequency.maxEmails", "Marketing emails at most", "emails"),
      number("frequency.windowDays", "In any rolling", "days"),
      share("engagement.floor", "Engagement above", "People at or below it get nothing."),
      { path: "consent.required", label: "Consent is required", kind: "yes" },
      number("bounces.maxHard", "Hard bounces until an address rests", "bounces"),
    ],
  },
  {
    title: "What a person must see first",
    fields: [
      number("discount.reviewAbovePercent", "Discounts above", "%"),
      {
        path: "highValue.spend365Minor",
        label: "People who spent in a year",
        kind: "minor",
        help: "This much or more",
      },
      { path: "highValue.reviewVip", label: "VIP customers", kind: "yes" },
      { path: "tickets.complaint", label: "An open complaint", kind: { options: TICKET_RULES } },
      {
        path: "tickets.sensitive",
        label: "An open legal or bereavement ticket",
        kind: { options: TICKET_RULES },
      },
    ],
  },
  {
    title: "Subject lines",
    fields: [
      number("subject.maxLength", "Longest", "letters"),
      share("subject.maxCapitalShare", "Capitals at most", "Share of the letters"),
      { path: "subject.triggers", label: "Words that block", kind: "lines", help: "One a line" },
    ],
  },
  {
    title: "Review",
    fields: [
      number("review.slaHours", "To be decided within", "hours", "A held message lapses afterwards"),
      number("review.graceMinutes", "Can be undone for", "minutes", "The message may not leave before"),
      {
        path: "review.fourEyes",
        label: "Somebody else approves an edit",
        kind: "yes",
        help: "Who edits a message may not approve it",
      },
    ],
  },
];

const CONFIGURATION: readonly SettingGroup[] = [
  {
    title: "Choosing and measuring",
    fields: [
      share("globalHoldoutShare", "Global holdout", "Left alone by every campaign"),
      {
        path: "holdoutEpoch",
        label: "Holdout round",
        kind: "text",
        help: "Change it only to draw a new holdout",
      },
      share("exploration", "Exploration", "Probability spread evenly over everything allowed"),
      share("defaultMargin", "Margin where costs are unknown", "Share of revenue left after cost of goods"),
      { path: "touchCostMinor.email", label: "One email costs", kind: "minor" },
    ],
  },
  {
    title: "Hours and windows",
    fields: [
      number("sendHours.from", "Mail from", "o'clock", "In each person's own zone"),
      number("sendHours.to", "Mail until", "o'clock"),
      number("attribution.openHours", "An open counts for", "hours"),
      number("attribution.clickHours", "A click counts for", "hours"),
      number("attribution.conversionDays", "An order counts for", "days"),
    ],
  },
];

/** The plain controls of each document; offers and goals have editors of their own. */
export const SETTING_GROUPS: Record<EditedKind, readonly SettingGroup[]> = {
  configuration: CONFIGURATION,
  policy: POLICY,
  company: COMPANY,
};
