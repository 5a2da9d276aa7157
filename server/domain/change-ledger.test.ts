import { describe, expect, test } from "vitest";
import { ChangeLedger } from "./change-ledger";

const ALL = ["review", "campaign", "outbox", "outcome", "import"];

describe("what a reader has missed", () => {
  test("is everything for whoever has seen nothing, or comes with a position of before a gap", () => {
    const ledger = new ChangeLedger("one");
    const before = ledger.position();
    ledger.restart("two");
    expect(ledger.since(null)).toEqual(ALL);
    expect(ledger.since(before)).toEqual(ALL);
    expect(ledger.since("two.many")).toEqual(ALL);
    expect(ledger.since("")).toEqual(ALL);
  });

  test("is exactly what changed after the position", () => {
    const ledger = new ChangeLedger("one");
    ledger.note("review");
    const position = ledger.position();
    expect(ledger.since(position)).toEqual([]);
    ledger.note("import");
    ledger.note("outbox");
    ledger.note("import");
    expect(ledger.since(position)).toEqual(["outbox", "import"]);
    expect(ledger.since(ledger.position())).toEqual([]);
  });
});
