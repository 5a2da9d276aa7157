import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { momentFor } from "@/server/domain/moment";
import { scoreRows } from "@/server/domain/scoring/score-model";
import { typeColumns } from "@/server/domain/scoring/type-columns";
import { runLab } from "./run-lab";

const folder = mkdtempSync(path.join(tmpdir(), "touchline-train-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function lab(...args: string[]) {
  let [said, complained] = ["", ""];
  const code = await runLab(args, {
    stdin: async () => "",
    say: (line) => {
      said = line;
    },
    complain: (line) => {
      complained = line;
    },
  });
  return { code, said: said === "" ? null : JSON.parse(said), complained };
}
function file(name: string, lines: readonly string[]): string {
  const written = path.join(folder, name);
  writeFileSync(written, `${lines.join("\n")}\n`);
  return written;
}

const { random } = momentFor(0, 1, 0, 0);
const LINES = Array.from({ length: 300 }, (_, i) => {
  const orders = Math.floor(10 * random());
  const town = ["Leeds", "York", ""][Math.floor(3 * random())];
  const lapsed = random() < 1 / (1 + Math.exp(orders - 4)) ? "yes" : "no";
  const spent = random() < 0.1 ? "" : `£${(orders * 20 * random()).toFixed(2)}`;
  return `${1000 + 17 * i},${orders},${spent},${town},same,${lapsed}`;
});
const shop = file("shop.csv", ["customer_id,orders,spent,town,shop,lapsed", ...LINES]);

describe("train", () => {
  test("says how well the label is told, from rows that were held out", async () => {
    const { code, said } = await lab("train", shop, "--label", "lapsed");
    expect(code).toBe(0);
    expect(said).toMatchObject({ n: 300, positive: "yes", warnings: [] });
    expect(said.auc).toBeGreaterThan(0.85);
    expect(said.auc).toBeLessThan(0.99);
    expect(said.aucFolds).toHaveLength(5);
    for (const name of ["prAuc", "logLoss", "brier", "ece10", "positiveRate", "fitSeconds"])
      expect(said[name]).toEqual(expect.any(Number));
    expect(said.features[0].column).toBe("orders");
    expect(said.leftOut).toEqual([
      { column: "customer_id", because: "it only names the rows" },
      { column: "shop", because: "it holds one value" },
    ]);
  });

  test("the seed deals the folds; --positive turns the question round", async () => {
    const args = ["train", shop, "--label", "lapsed", "--model", "logistic", "--folds", "3"];
    const [a, again, other, turned] = [
      await lab(...args),
      await lab(...args),
      await lab(...args, "--seed", "1"),
      await lab(...args, "--positive", "no"),
    ];
    const plain = ({ fitSeconds: _, ...rest }: Record<string, unknown>) => rest;
    expect(plain(again.said)).toEqual(plain(a.said));
    expect(other.said.auc).not.toBe(a.said.auc);
    expect(turned.said.positiveRate).toBeCloseTo(1 - a.said.positiveRate, 12);
  });

  test("--out writes a model that scores, with its card", async () => {
    const out = path.join(folder, "model.json");
    const { said } = await lab("train", shop, "--label", "lapsed", "--model", "gbt", "--out", out);
    const { card, kinds, model } = JSON.parse(readFileSync(out, "utf8"));
    expect(card).toMatchObject({ n: 300, kind: "gbt", auc: said.auc, window: null });
    expect(card.profiles.map(({ name }: { name: string }) => name)).toEqual([
      "orders",
      "spent",
      "town",
      "score",
    ]);
    const asked = [
      { name: "orders", cells: ["0", "9"] },
      { name: "town", cells: ["Hull", "York"] },
    ];
    const [low = 0, high = 1] = scoreRows(model, typeColumns(asked, kinds), [1, 0]);
    expect(low).toBeLessThan(0.3);
    expect(high).toBeGreaterThan(0.7);
  });

  test("a column that is the label in other words is warned of", async () => {
    const told = file("told.csv", [
      "x,closed,label",
      ...Array.from({ length: 60 }, (_, i) => `${i % 7},${i % 2 ? "y" : ""},${i % 2}`),
    ]);
    const { said } = await lab("train", told, "--label", "label", "--folds", "2");
    expect(said.warnings).toEqual([expect.stringContaining("closed alone tells the label")]);
  });

  const rows = (label: (i: number) => string) => [
    "x,label",
    ...Array.from({ length: 20 }, (_, i) => `${i % 5},${label(i)}`),
  ];
  test.each([
    { name: "no label", lines: rows(() => "1"), args: [], says: /^--label: is needed/ },
    {
      name: "an unknown one",
      lines: rows(() => "1"),
      args: ["--label", "y"],
      says: /^--label: there is no column "y"; there are x, label/,
    },
    {
      name: "one value",
      lines: rows(() => "1"),
      args: ["--label", "label"],
      says: /^--label: column "label" must hold two values/,
    },
    {
      name: "three values",
      lines: rows((i) => String(i % 3)),
      args: ["--label", "label"],
      says: /^--label: column "label" must hold two/,
    },
    {
      name: "an empty cell",
      lines: rows((i) => (i === 3 ? "" : String(i % 2))),
      args: ["--label", "label"],
      says: /^--label: column "label" is empty in row 4/,
    },
    {
      name: "two words of which none is yes",
      lines: rows((i) => (i % 2 ? "red" : "blue")),
      args: ["--label", "label"],
      says: /^--positive: say which of blue, red of column "label"/,
    },
    {
      name: "a positive that is not there",
      lines: rows((i) => (i % 2 ? "red" : "blue")),
      args: ["--label", "label", "--positive", "pink"],
      says: /^--positive: "pink" is not in column "label"/,
    },
    {
      name: "too few positives for the folds",
      lines: rows((i) => (i < 3 ? "1" : "0")),
      args: ["--label", "label"],
      says: /^--folds: only 3 rows/,
    },
    {
      name: "a single positive",
      lines: rows((i) => (i < 1 ? "1" : "0")),
      args: ["--label", "label"],
      says: /^--label: .*single row/,
    },
    {
      name: "nothing left",
      lines: rows((i) => String(i % 2)),
      args: ["--label", "label", "--drop", "x"],
      says: /^--drop: leaves no column/,
    },
    {
      name: "an unknown column to drop",
      lines: rows((i) => String(i % 2)),
      args: ["--label", "label", "--drop", "z"],
      says: /^--drop: there is no column "z"/,
    },
    {
      name: "an unknown model",
      lines: rows((i) => String(i % 2)),
      args: ["--label", "label", "--model", "svm"],
      says: /^--model: must be one of logistic, gbt, auto/,
    },
  ])("refuses $name", async ({ name, lines, args, says }) => {
    const { code, complained } = await lab("train", file(`${name.replaceAll(" ", "-")}.csv`, lines), ...args);
    expect(code).toBe(2);
    expect(complained).toMatch(says);
    expect(complained).not.toContain("\n");
  });

  test.each([
    { labels: ["TRUE", "FALSE"], positive: "TRUE" },
    { labels: ["1.0", "0"], positive: "1" },
    { labels: ["2", "1"], positive: "1" },
    { labels: ["-1", "5"], positive: "5" },
    { labels: ["churned", "no"], positive: "churned" },
  ])("of $labels, $positive is yes", async ({ labels, positive }) => {
    const lines = rows((i) => labels[i % 2] ?? "");
    const { said } = await lab(
      "train",
      file("two.csv", lines),
      "--label",
      "label",
      "--model",
      "logistic",
      "--folds",
      "2",
    );
    expect(said.positive).toBe(positive);
  });
});
