import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { BounceClass } from "./bounce-reason";
import { classifyBounce } from "./classify-bounce";
import { readBounce } from "./read-bounce";

// vitest hands the environment on as import.meta.env
const { env } = import.meta as unknown as { env: Record<string, string | undefined> };
const folder = path.join(env.EVAL_DATA_DIR ?? "../shared/data", "bounces");
const list = path.join(folder, "expected.json");
const hasData = existsSync(list);
const name = hasData ? "295 real bounces" : `real bounces (skipped: no data at ${list})`;

type Expected = { reason: string; hardbounce: boolean; feedbacktype?: string };

/** What the reason that is written beside each mail comes to. Reasons for good are hard where it says so, and else soft. */
const CLASS_OF: Readonly<Record<string, BounceClass>> = {
  mailboxfull: "soft",
  suspend: "soft",
  exceedlimit: "soft",
  mesgtoobig: "soft",
  expired: "soft",
  networkerror: "soft",
  systemerror: "soft",
  systemfull: "soft",
  mailererror: "soft",
  notaccept: "soft",
  speeding: "soft",
  toomanyconn: "soft",
  filtered: "block",
  blocked: "block",
  badreputation: "block",
  authfailure: "block",
  requireptr: "block",
  rejected: "block",
  norelaying: "block",
  policyviolation: "block",
  securityerror: "block",
  spamdetected: "block",
  virusdetected: "block",
  contenterror: "block",
  notcompliantrfc: "block",
  vacation: "out-of-office",
  feedback: "complaint",
};

function classOf({ reason, hardbounce, feedbacktype }: Expected): BounceClass {
  if (hardbounce) return "hard";
  return feedbacktype === "auth-failure" ? "other" : (CLASS_OF[reason] ?? "other");
}

describe.skipIf(!hasData)(name, () => {
  const all = hasData
    ? (JSON.parse(readFileSync(list, "utf8")) as { file: string; expected: [Expected, ...Expected[]] }[])
    : [];
  const told = all.map(({ file, expected: [first] }) => {
    const found = classifyBounce(readBounce(readFileSync(path.join(folder, file), "latin1")));
    return {
      isRight: found.class === classOf(first),
      isHardRight: found.hard === first.hardbounce,
      isReasonRight: found.reason === first.reason,
    };
  });
  const share = (field: keyof (typeof told)[number], rows = told) =>
    rows.filter((one) => one[field]).length / rows.length;

  test("95 in 100 are of the right class and rightly hard or not", () => {
    expect(told).toHaveLength(295);
    expect(share("isRight")).toBeGreaterThanOrEqual(0.95);
    expect(share("isHardRight")).toBeGreaterThanOrEqual(0.95);
  });

  test("neither half of the files is much better than the other", () => {
    const halves = [0, 1].map((half) => told.filter((_, at) => at % 2 === half));
    for (const half of halves) expect(share("isRight", half)).toBeGreaterThanOrEqual(0.94);
  });

  test("the reason itself is right more often than 17 times in 20", () => {
    expect(share("isReasonRight")).toBeGreaterThanOrEqual(0.85);
  });
});
