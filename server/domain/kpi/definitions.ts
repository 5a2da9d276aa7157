/** What a figure is, in words: the screens, the page of definitions and the tests read it here. */
export type KpiDefinition = {
  title: string;
  /** money is per unit of the denominator, in the company's currency; a share is 0–1 */
  unit: "money" | "share" | "people" | "seconds" | "decisions";
  formula: string;
  numerator: string;
  denominator: string;
  window: string;
  interval: string;
  source: string;
  /** which way is good */
  better: "up" | "down" | "neither";
  /** where the design starts and where it wants to be after a year, in the figure's unit */
  baseline?: number;
  target?: number;
};

const WILSON = "Wilson's score interval, 95 %";
const NO_INTERVAL = "none: it is a count, not an estimate";
const TOUCH_WINDOW =
  "touches that left in the period; what followed them counts whenever it came inside its window";

/** Every figure that the console shows, defined once. */
export const KPIS = {
  revenuePerTouch: {
    title: "Revenue per touch, attributed",
    unit: "money",
    formula: "attributed revenue ÷ touches",
    numerator:
      "revenue of orders in the company's currency whose customer had a touch in the 7 days before; the last touch gets the whole order",
    denominator: "messages that a provider took",
    window: `${TOUCH_WINDOW} (conversion: 7 days, in the configuration)`,
    interval: "bootstrap-t over customers, 95 %; from ten buyers on (decision 041)",
    source: "touches, orders, outcomes",
    better: "up",
    baseline: 0.45,
    target: 0.61,
  },
  incrementalPerTouch: {
    title: "Revenue per touch, incremental",
    unit: "money",
    formula: "lift × people treated ÷ touches",
    numerator: "what the treated spent beyond what as many held-out customers spent, mails or not",
    denominator: "messages that a provider took",
    window: "from each customer's first decision in the period to 7 days after its end",
    interval: "that of the lift, scaled",
    source: "decisions, orders, touches",
    better: "up",
  },
  lift: {
    title: "Lift",
    unit: "money",
    formula: "revenue per person treated − revenue per person held out",
    numerator: "revenue of everybody assigned to the arm, whoever of them got a message (intention to treat)",
    denominator: "everybody assigned to the arm by their first decision in the period",
    window: "from each customer's first decision in the period to 7 days after its end",
    interval: "inverted permutation test, 95 %; from 30 people in each arm on (decision 040)",
    source: "decisions, orders",
    better: "up",
  },
  conversion: {
    title: "Conversion",
    unit: "share",
    formula: "people who ordered ÷ people contacted",
    numerator: "people with at least one order attributed to a touch of the period",
    denominator: "people with at least one touch in the period",
    window: `${TOUCH_WINDOW} (7 days, in the configuration)`,
    interval: WILSON,
    source: "touches, outcomes",
    better: "up",
    baseline: 0.025,
    target: 0.031,
  },
  openRate: {
    title: "Open rate",
    unit: "share",
    formula: "touches opened ÷ touches",
    numerator: "touches opened by a person within 2 hours; what machines open is left out",
    denominator: "messages that a provider took",
    window: `${TOUCH_WINDOW} (2 hours, in the configuration)`,
    interval: WILSON,
    source: "touches, outcomes",
    better: "up",
    baseline: 0.22,
    target: 0.286,
  },
  clickRate: {
    title: "Click rate",
    unit: "share",
    formula: "touches clicked ÷ touches",
    numerator: "touches of which a person followed a link within 24 hours; what machines follow is left out",
    denominator: "messages that a provider took",
    window: `${TOUCH_WINDOW} (24 hours, in the configuration)`,
    interval: WILSON,
    source: "touches, outcomes",
    better: "up",
    baseline: 0.03,
    target: 0.0405,
  },
  unsubscribeRate: {
    title: "Unsubscribe rate",
    unit: "share",
    formula: "touches answered by an unsubscribe ÷ touches",
    numerator: "touches whose unsubscribe link or header was used",
    denominator: "messages that a provider took",
    window: "touches that left in the period, whenever the unsubscribe came",
    interval: WILSON,
    source: "touches, outcomes",
    better: "down",
  },
  complaintRate: {
    title: "Complaint rate",
    unit: "share",
    formula: "touches reported as spam ÷ touches",
    numerator: "touches that the receiver's provider reported",
    denominator: "messages that a provider took",
    window: "touches that left in the period, whenever the report came",
    interval: WILSON,
    source: "touches, outcomes",
    better: "down",
  },
  holdoutSize: {
    title: "Holdout",
    unit: "people",
    formula: "people assigned to be left alone",
    numerator: "people whose first decision in the period held them out",
    denominator: "everybody assigned to an arm in the period",
    window: "decisions of the period",
    interval: NO_INTERVAL,
    source: "decisions",
    better: "neither",
  },
  reviewMedianTime: {
    title: "Review time, median",
    unit: "seconds",
    formula: "median of shown → decided",
    numerator:
      "seconds from when a held message was on the reviewer's screen to the verdict, as the browser saw it",
    denominator: "review items that a person decided in the period",
    window: "verdicts of the period",
    interval: NO_INTERVAL,
    source: "review items",
    better: "down",
  },
  overrideShare: {
    title: "Overridden by a person",
    unit: "share",
    formula: "decisions rejected or edited ÷ decisions that were to be sent",
    numerator: "decisions of the period whose message a person rejected or edited",
    denominator: "decisions of the period with the verdict sent on or held",
    window: "decisions of the period, whenever the review came",
    interval: WILSON,
    source: "decisions, review items",
    better: "down",
    target: 0.05,
  },
  decisionsByVerdict: {
    title: "Decisions by verdict",
    unit: "decisions",
    formula: "count of decisions for each verdict",
    numerator: "sent on, held for a person, blocked by a rule, skipped by the line, held out for measuring",
    denominator: "one per customer and run",
    window: "decisions of the period",
    interval: NO_INTERVAL,
    source: "decisions",
    better: "neither",
  },
} as const satisfies Record<string, KpiDefinition>;

export type Kpi = keyof typeof KPIS;
