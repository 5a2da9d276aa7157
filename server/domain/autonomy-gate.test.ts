import { describe, expect, test } from "vitest";
import { type AutonomyEvidence, autonomyGate } from "./autonomy-gate";
import { known, missing } from "./kpi/figure";

const good: AutonomyEvidence = {
  decided: 200,
  overridden: 9,
  touches: 5000,
  complaints: 4,
  lift: known({ value: 40, low: 1, high: 80 }),
};

describe("the gate to autonomy", () => {
  test("opens where every condition holds", () => {
    expect(autonomyGate(good).open).toBe(true);
  });

  test.each([
    { change: { decided: 199 }, id: "decided", because: "one too few" },
    { change: { overridden: 10 }, id: "override", because: "exactly 5 % is not under it" },
    { change: { complaints: 5 }, id: "complaints", because: "exactly 0.1 % is not under it" },
    { change: { touches: 0, complaints: 0 }, id: "complaints", because: "nothing was sent" },
    { change: { lift: known({ value: 40, low: 0, high: 80 }) }, id: "lift", because: "zero is inside" },
    { change: { lift: missing("people", 3, 30) }, id: "lift", because: "nothing is known" },
  ])("stays shut by $id: $because", ({ change, id }) => {
    const { open, conditions } = autonomyGate({ ...good, ...change });
    expect(open).toBe(false);
    expect(conditions.filter(({ ok }) => !ok).map((one) => one.id)).toEqual([id]);
  });

  test("says nothing about people where none looked", () => {
    const { conditions } = autonomyGate({ ...good, decided: 0, overridden: 0 });
    expect(conditions.find(({ id }) => id === "override")).toEqual({ id: "override", has: null, ok: false });
  });
});
