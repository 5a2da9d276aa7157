import { byRule } from "@/server/domain/attribution/by-rule";
import type { Credit, Journey } from "@/server/domain/attribution/journeys";
import { markov } from "@/server/domain/attribution/markov";
import { first, last, linear, position, timeDecay } from "@/server/domain/attribution/rules";
import { shapley } from "@/server/domain/attribution/shapley";
import { BadInput } from "./bad-input";
import type { LabCommand } from "./command";
import type { Flags } from "./flags";
import { numberIn } from "./numbers";
import { columnOf, neededColumn, readTable, type Table } from "./table";

type Tallied = { touches: number[]; conversions: number; nulls: number; value: number };
type Given = { journeys: Journey[]; channels: string[]; withoutTouch: { rows: number; conversions: number } };

/** Which channel the conversions are owed to. */
export const attribution: LabCommand = {
  usage:
    "attribution FILE --path COL --conversions COL [--nulls COL] [--value COL] [--order 1|2|3] [--half-life TOUCHES] [--separator TEXT]",
  about:
    "What each channel brought, by every model: first, last, linear, time decay, position, Markov removal, Shapley.",
  options: {
    path: { type: "string" },
    conversions: { type: "string" },
    nulls: { type: "string" },
    value: { type: "string" },
    order: { type: "string" },
    "half-life": { type: "string" },
    separator: { type: "string" },
  },
  files: [1, 1],
  async run({ files: [file = ""], flags }) {
    const order = Number(flags.oneOf("order", ["1", "2", "3"], "1"));
    const halfLife = flags.number("half-life", 1, { least: 0.01, most: 1000 });
    const { journeys, channels, withoutTouch } = journeysOf(await readTable(file), flags);
    const totalOf = (of: "conversions" | "nulls" | "value") =>
      journeys.reduce((sum, each) => sum + each[of], 0);
    if (totalOf("conversions") === 0)
      throw new BadInput("--conversions", "nothing converted: there is nothing to attribute");
    const hasValue = flags.has("value");
    const chain = markov(journeys, channels.length, order === 3 ? 3 : order === 2 ? 2 : 1);
    const ruled = (rule: Parameters<typeof byRule>[2]) => byRule(journeys, channels.length, rule);
    const named = (credit: Credit) => byChannel(channels, credit, hasValue);
    return {
      conversions: totalOf("conversions"),
      nulls: totalOf("nulls"),
      ...(hasValue ? { value: totalOf("value") } : {}),
      leftOut: { withoutTouch },
      models: {
        first: named(ruled(first)),
        last: named(ruled(last)),
        linear: named(ruled(linear)),
        timeDecay: named(ruled(timeDecay(halfLife))),
        position: named(ruled(position)),
        markov: named(chain),
        shapley: named(shapley(journeys, channels.length)),
      },
      markov: {
        order,
        removalEffect: Object.fromEntries(
          channels.map((channel, i) => [channel, chain.removalEffect[i] ?? 0]),
        ),
      },
      shapley: { isExact: true, standardError: 0 },
      timeDecay: { halfLifeTouches: halfLife },
    };
  },
};

const byChannel = (channels: readonly string[], credit: Credit, hasValue: boolean) =>
  Object.fromEntries(
    channels.map((channel, i) => {
      const value = hasValue ? { value: credit.value[i] ?? 0 } : {};
      return [channel, { conversions: credit.conversions[i] ?? 0, ...value }];
    }),
  );

/** The rows of the file, those of one way put together. Rows without a touch are left out: nobody can be credited. */
function journeysOf(table: Table, flags: Flags): Given {
  const path = neededColumn(table, "path", flags.text("path"), [
    "path",
    "journey",
    "touchpoints",
    "channels",
  ]);
  const usual = ["conversions", "total_conversions", "converted", "conversion"];
  const conversions = neededColumn(table, "conversions", flags.text("conversions"), usual);
  const given = (flag: "nulls" | "value") => {
    const name = flags.text(flag);
    return name === null ? null : columnOf(table, `--${flag}`, name);
  };
  const nulls = given("nulls");
  const value = given("value");
  const separator = flags.text("separator") ?? ">";
  const numbers = new Map<string, number>();
  const ways = new Map<string, Tallied>();
  const withoutTouch = { rows: 0, conversions: 0 };
  for (let row = 0; row < table.rows; row++) {
    const outcome = outcomeOf(row, conversions, nulls, value);
    const way = touchesIn(path[row] ?? "", separator);
    if (way.length === 0) {
      withoutTouch.rows++;
      withoutTouch.conversions += outcome.conversions;
      continue;
    }
    const touches = way.map((channel) => {
      const number = numbers.get(channel) ?? numbers.size;
      numbers.set(channel, number);
      return number;
    });
    const journey = ways.get(touches.join()) ?? { touches, conversions: 0, nulls: 0, value: 0 };
    ways.set(touches.join(), journey);
    journey.conversions += outcome.conversions;
    journey.nulls += outcome.nulls;
    journey.value += outcome.value;
  }
  return { journeys: [...ways.values()], channels: [...numbers.keys()], withoutTouch };
}

const touchesIn = (path: string, separator: string): string[] =>
  path
    .split(separator)
    .map((channel) => channel.trim())
    .filter((channel) => channel !== "");

type Column = readonly string[] | null;

function outcomeOf(row: number, conversions: readonly string[], nulls: Column, value: Column) {
  const read = (column: Column, flag: string): number => {
    if (column === null) return 0;
    const number = numberIn(column, flag, row);
    if (number < 0) throw new BadInput(flag, `row ${row + 1} is below zero`);
    return number;
  };
  const outcome = {
    conversions: read(conversions, "--conversions"),
    nulls: read(nulls, "--nulls"),
    value: read(value, "--value"),
  };
  if (outcome.value > 0 && outcome.conversions === 0)
    throw new BadInput("--value", `row ${row + 1} has a value and no conversion`);
  return outcome;
}
