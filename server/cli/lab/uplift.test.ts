import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { momentFor } from "@/server/domain/moment";
import { runLab } from "./run-lab";
import { dataFile } from "./testing/ask-lab";

const hillstrom = dataFile("hillstrom/hillstrom_half.csv.gz");
const hasData = existsSync(hillstrom);

const folder = mkdtempSync(path.join(tmpdir(), "touchline-uplift-"));
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

const { random } = momentFor(0, 2, 0, 0);
/** Mail helps those who are new; a call helps nobody; `opened` came after the mail. */
const LINES = Array.from({ length: 6000 }, (_, i) => {
  const arm = ["none", "mail", "call"][i % 3];
  const isNew = random() < 0.5;
  const opened = arm === "mail" && random() < 0.4 ? 1 : 0;
  const bought = random() < 0.2 + (arm === "mail" && isNew ? 0.15 : 0) ? "yes" : "no";
  return `${arm},${isNew ? "new" : "old"},${(10 * random()).toFixed(2)},${opened},${bought}`;
});
const trial = file("trial.csv", ["arm,since,spent,opened,bought", ...LINES]);
const asked = ["--treatment", "arm", "--control", "none", "--outcome", "bought"];

describe("uplift", () => {
  test("says per arm what it adds, and whether choosing people pays", async () => {
    const { code, said } = await lab("uplift", trial, ...asked, "--drop", "opened");
    expect(code).toBe(0);
    const [call, mail] = said.arms;
    expect([call.arm, mail.arm]).toEqual(["call", "mail"]);
    expect(mail).toMatchObject({ n: 2000, verdict: "above 0", liftVerdict: "above 0" });
    expect(mail.ci[0]).toBeLessThan(0.075);
    expect(mail.ci[1]).toBeGreaterThan(0.075);
    expect(call.liftVerdict).toBe("no evidence");
    expect(call.verdict).toBe("no evidence");
    expect(said.features).toEqual(["since", "spent"]);
    expect(said.warnings).toEqual([]);
  });

  test("a column that came after the treatment is warned of", async () => {
    const { said } = await lab("uplift", trial, ...asked);
    expect(said.warnings).toEqual([expect.stringMatching(/^opened differs between mail and none/)]);
  });

  test.each([
    {
      name: "no control",
      args: ["--treatment", "arm", "--outcome", "bought"],
      says: /^--control: is needed/,
    },
    {
      name: "a control that is not there",
      args: ["--treatment", "arm", "--control", "nobody", "--outcome", "bought"],
      says: /^--control: "nobody" is not in column "arm"/,
    },
    {
      name: "a treatment of too many values",
      args: ["--treatment", "spent", "--control", "1.00", "--outcome", "bought"],
      says: /^--treatment|^--control/,
    },
    {
      name: "an outcome of words",
      args: ["--treatment", "arm", "--control", "none", "--outcome", "since"],
      says: /^--positive: say which of/,
    },
    {
      name: "an unknown outcome",
      args: ["--treatment", "arm", "--control", "none", "--outcome", "sold"],
      says: /^--outcome: there is no column "sold"/,
    },
  ])("refuses $name", async ({ args, says }) => {
    const { code, complained } = await lab("uplift", trial, ...args);
    expect(code).toBe(2);
    expect(complained).toMatch(says);
  });

  test("refuses arms of few people", async () => {
    const few = file("few.csv", [
      "arm,x,y",
      ...Array.from({ length: 60 }, (_, i) => `${i % 2},${i % 7},${i % 3}`),
    ]);
    const { code, complained } = await lab(
      "uplift",
      few,
      "--treatment",
      "arm",
      "--control",
      "0",
      "--outcome",
      "y",
    );
    expect(code).toBe(2);
    expect(complained).toMatch(/^--control: 30 people .* are too few/);
  });
});

const name = hasData ? "the Hillstrom file" : `the Hillstrom file (skipped: no data at ${hillstrom})`;
describe.skipIf(!hasData)(name, () => {
  // seed 0; K. Hillstrom 2008, whole file: visits 10.6 % of nobody mailed, 18.3 % of men's, 15.1 % of women's
  test("visits: both mailings bring them, and for the women's people can be chosen", async () => {
    const args = [
      "--treatment",
      "segment",
      "--control",
      "No E-Mail",
      "--outcome",
      "visit",
      "--drop",
      "conversion,spend",
    ];
    const { said } = await lab("uplift", hillstrom, ...args, "--seed", "0");
    const [men, women] = said.arms;
    const off = (mean: number, published: number, n: number) =>
      Math.abs(mean - published) / Math.sqrt((published * (1 - published)) / n);
    expect(off(said.control.mean, 0.106, said.control.n)).toBeLessThan(3);
    expect(off(men.mean, 0.183, men.n)).toBeLessThan(3);
    expect(off(women.mean, 0.151, women.n)).toBeLessThan(3);
    expect([men.liftVerdict, women.liftVerdict]).toEqual(["above 0", "above 0"]);
    expect(women.qiniCi[0]).toBeGreaterThan(0);
    expect(women.verdict).toBe("above 0");
    expect(men.verdict).toBe(men.qiniCi[0] > 0 ? "above 0" : "no evidence");
    expect(said.warnings).toEqual([]);
  });

  test("a visit comes after the mail: as a feature of conversion it is warned of", async () => {
    const args = [
      "--treatment",
      "segment",
      "--control",
      "No E-Mail",
      "--outcome",
      "conversion",
      "--drop",
      "spend",
    ];
    const { said } = await lab("uplift", hillstrom, ...args);
    expect(said.warnings).toHaveLength(2);
    expect(said.warnings[0]).toMatch(/^visit differs/);
  });
});
