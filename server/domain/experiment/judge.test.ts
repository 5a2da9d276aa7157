import { describe, expect, test } from "vitest";
import type { ArmSums } from "../stats/arm-moments";
import { judge, type MetricSums } from "./judge";
import { DEFAULT_RULE } from "./stopping-rule";

const share = (n: number, sum: number): ArmSums => ({ type: "proportion", n, sum });
const metric = (
  id: string,
  role: MetricSums["role"],
  better: MetricSums["better"],
  ...arms: ArmSums[]
): MetricSums => ({
  id,
  role,
  better,
  arms,
});
const goal = (...arms: ArmSums[]) => metric("conversion", "goal", "up", ...arms);
const complaints = (...arms: ArmSums[]) => metric("complaints", "guardrail", "down", ...arms);
const asked = { weights: [1, 1], days: 14, rule: DEFAULT_RULE };

test.each([
  {
    name: "a clear gain is shipped",
    metrics: [goal(share(5000, 500), share(5000, 700))],
    status: { kind: "ship", variant: 1 },
  },
  {
    name: "a clear loss keeps the baseline",
    metrics: [goal(share(5000, 700), share(5000, 500))],
    status: { kind: "keep-baseline", metric: "conversion" },
  },
  {
    name: "no difference goes on, for as long as it takes",
    metrics: [goal(share(5000, 500), share(5000, 505))],
    status: { kind: "keep-running", peopleMissing: 0, daysMissing: 0 },
  },
  {
    name: "a clear gain of few people waits for more",
    metrics: [goal(share(600, 30), share(600, 120))],
    status: { kind: "keep-running", peopleMissing: 400, daysMissing: 0 },
  },
  {
    name: "a clear gain of four days waits for seven",
    metrics: [goal(share(5000, 500), share(5000, 700))],
    days: 4,
    status: { kind: "keep-running", peopleMissing: 0, daysMissing: 3 },
  },
  {
    name: "a guardrail that breaks stops it at once, whatever the gain",
    metrics: [goal(share(600, 30), share(600, 120)), complaints(share(600, 2), share(600, 60))],
    days: 1,
    status: { kind: "guardrail", metric: "complaints", variant: 1 },
  },
  {
    name: "a guardrail that gets better breaks nothing",
    metrics: [goal(share(5000, 500), share(5000, 700)), complaints(share(5000, 500), share(5000, 100))],
    status: { kind: "ship", variant: 1 },
  },
  {
    name: "of two better variants the larger gain is shipped",
    metrics: [goal(share(5000, 500), share(5000, 700), share(5000, 800))],
    weights: [1, 1, 1],
    status: { kind: "ship", variant: 2 },
  },
  {
    name: "one of two variants that is worse does not end it",
    metrics: [goal(share(5000, 700), share(5000, 500), share(5000, 705))],
    weights: [1, 1, 1],
    status: { kind: "keep-running", peopleMissing: 0, daysMissing: 0 },
  },
  {
    name: "in a metric that is to fall, less is better",
    metrics: [metric("unsubscribes", "goal", "down", share(5000, 500), share(5000, 300))],
    status: { kind: "ship", variant: 1 },
  },
])("$name", ({ metrics, status, ...rest }) => {
  expect(judge({ ...asked, ...rest, metrics }).status).toEqual(status);
});

test("people who are not split as planned are no comparison, whatever it says", () => {
  const { status } = judge({ ...asked, metrics: [goal(share(5000, 500), share(6000, 900))] });
  expect(status.kind).toBe("split-is-off");
});

describe("what is shown of a variant", () => {
  const { metrics } = judge({ ...asked, metrics: [goal(share(5000, 500), share(5000, 550))] });
  const [variant] = metrics[0]?.variants ?? [];

  test("the interval that decides is wider than the one to read", () => {
    const width = (ci: readonly (number | null)[] | undefined) => (ci?.[1] ?? 0) - (ci?.[0] ?? 0);
    expect(width(variant?.absolute?.ci)).toBeGreaterThan(0.1 * width(variant?.relative?.ci));
    expect(variant?.absolute?.effect).toBeCloseTo(0.01, 12);
    expect(variant?.relative?.effect).toBeCloseTo(0.1, 12);
  });

  test("its chance to win is that of being better", () => {
    const falling = judge({
      ...asked,
      metrics: [metric("complaints", "goal", "down", share(5000, 500), share(5000, 550))],
    });
    const chance = falling.metrics[0]?.variants[0]?.chanceToWin ?? Number.NaN;
    expect((variant?.chanceToWin ?? 0) + chance).toBeCloseTo(1, 12);
  });

  test("nothing where nobody converts", () => {
    const none = judge({ ...asked, metrics: [goal(share(5000, 0), share(5000, 0))] });
    expect(none.metrics[0]?.variants[0]).toEqual({
      absolute: null,
      relative: null,
      chanceToWin: null,
      correctedP: null,
    });
    expect(none.status.kind).toBe("keep-running");
  });
});

test("metrics that are only looked through are corrected for their number; the one that decides is not", () => {
  const other = (id: string) => metric(id, "other", "up", share(5000, 500), share(5000, 640));
  const { metrics } = judge({
    ...asked,
    metrics: [goal(share(5000, 500), share(5000, 640)), other("opened"), other("clicked")],
  });
  const [decides, opened] = metrics.map(({ variants }) => variants[0]);
  expect(decides?.correctedP).toBeNull();
  expect(opened?.correctedP).toBeCloseTo(2 * (opened?.absolute?.p ?? Number.NaN), 12);
});
