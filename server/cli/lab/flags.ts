import { BadInput } from "./bad-input";

type Given = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
type Range = { least?: number; most?: number; isWhole?: boolean };

/** The flags of a call, each read as what it stands for. A bad one throws BadInput that names it. */
export class Flags {
  readonly #given: Given;

  constructor(given: Given) {
    this.#given = given;
  }

  has(name: string): boolean {
    return this.#given[name] !== undefined && this.#given[name] !== false;
  }

  /** null: not given */
  text(name: string): string | null {
    const value = this.#given[name];
    if (value === undefined || value === true || value === false) return null;
    return String(Array.isArray(value) ? value.at(-1) : value);
  }

  needed(name: string): string {
    const value = this.text(name);
    if (value === null || value === "") throw new BadInput(`--${name}`, "is needed");
    return value;
  }

  number<Initial extends number | null>(name: string, initial: Initial, range: Range = {}): number | Initial {
    const text = this.text(name);
    if (text === null) return initial;
    const value = text.trim() === "" ? Number.NaN : Number(text);
    const { least = -Infinity, most = Infinity, isWhole = false } = range;
    if (!Number.isFinite(value) || value < least || value > most || (isWhole && !Number.isInteger(value)))
      throw new BadInput(`--${name}`, `must be ${rangeWords(range)}, not ${JSON.stringify(text)}`);
    return value;
  }

  /** comma-separated; empty where it is not given */
  list(name: string): string[] {
    return (this.text(name) ?? "")
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== "");
  }

  oneOf<Choice extends string>(name: string, choices: readonly Choice[], initial: Choice): Choice {
    const text = this.text(name);
    if (text === null) return initial;
    const found = choices.find((choice) => choice === text);
    if (found === undefined) throw new BadInput(`--${name}`, `must be one of ${choices.join(", ")}`);
    return found;
  }
}

function rangeWords({ least, most, isWhole = false }: Range): string {
  const kind = isWhole ? "a whole number" : "a number";
  if (least !== undefined && most !== undefined) return `${kind} from ${least} to ${most}`;
  if (least !== undefined) return `${kind} of at least ${least}`;
  return most === undefined ? kind : `${kind} of at most ${most}`;
}
