import { createHash } from "node:crypto";
import { type ASTNode, Environment } from "@marcbachmann/cel-js";
import { canonicalJson } from "./canonical-json";

/** `event` is the run's trigger, `async` the event that comes in later. */
type Bindings = { event: unknown; async?: unknown };

export type Expression = {
  source: string;
  /** Whether it is true. A failing evaluation is false: a bad comparison never matches. */
  test(bindings: Bindings): boolean;
  /** What it evaluates to, as text that can be compared; "null" when it fails or a field is missing. */
  key(bindings: Bindings): string;
  /** The two paths, when it is nothing but `event.<path> == async.<path>`. */
  equality: { event: string; async: string } | null;
};

type Path = readonly string[];

const LONGEST_KEY = 200;

const environment = arithmeticOverMixedNumbers(
  new Environment({ unlistedVariablesAreDyn: true, homogeneousAggregateLiterals: false }),
);
/** Callers put values into sources, so there is no end of them. */
const MOST_COMPILED = 1000;
const compiled = new Map<string, Expression>();

/** Compiles a CEL expression; throws with the reason when it does not parse. Those used last are kept. */
export function expression(source: string): Expression {
  const one = compiled.get(source) ?? compile(source);
  compiled.delete(source);
  compiled.set(source, one);
  const [oldest] = compiled.keys();
  if (compiled.size > MOST_COMPILED && oldest !== undefined) compiled.delete(oldest);
  return one;
}

/** The value at a dotted path as comparable text; null when it is missing. */
export function valueAt(root: unknown, path: string): string | null {
  const value = read(root, path.split("."));
  return value === undefined ? null : comparable(value);
}

/** Text that equal values share, short enough for an index. */
function comparable(value: unknown): string {
  const text = canonicalJson(value);
  return text.length <= LONGEST_KEY ? text : `sha256:${createHash("sha256").update(text).digest("hex")}`;
}

function compile(source: string): Expression {
  const program = environment.parse(source);
  const paths: Path[] = [];
  const equalities: [Path, Path][] = [];
  collect(program.ast, paths, equalities);
  const evaluate = (bindings: Bindings): unknown => {
    try {
      return program(filled(bindings, paths, equalities));
    } catch {
      return undefined;
    }
  };
  return {
    source,
    test: (bindings) => evaluate(bindings) === true,
    key: (bindings) => comparable(plain(evaluate(bindings) ?? null)),
    equality: equalityOf(source),
  };
}

function equalityOf(source: string): Expression["equality"] {
  const match = /^\s*event\.([\w.]+)\s*==\s*async\.([\w.]+)\s*$/.exec(source);
  return match?.[1] !== undefined && match[2] !== undefined ? { event: match[1], async: match[2] } : null;
}

/** Walks the tree for the paths that it reads and the equalities between two of them. `has(x)` asks about absence itself. */
function collect(node: ASTNode, paths: Path[], equalities: [Path, Path][]): void {
  if (node.op === "call" && node.args[0] === "has") return;
  const path = pathOf(node);
  if (path !== null) {
    paths.push(path);
    return;
  }
  if (node.op === "==") {
    const [left, right] = [pathOf(node.args[0]), pathOf(node.args[1])];
    if (left !== null && right !== null) equalities.push([left, right]);
  }
  for (const child of children(node.args)) collect(child, paths, equalities);
}

function pathOf(node: ASTNode): Path | null {
  if (node.op === "id") return [node.args];
  if (node.op === ".") {
    const parent = pathOf(node.args[0]);
    return parent && [...parent, node.args[1]];
  }
  if (node.op === "[]") {
    const [parent, index] = [pathOf(node.args[0]), node.args[1]];
    return parent && index.op === "value" && typeof index.args === "string" ? [...parent, index.args] : null;
  }
  return null;
}

function children(args: unknown): ASTNode[] {
  if (Array.isArray(args)) return args.flatMap(children);
  // The tree's nodes are the only objects with an "op" in it.
  return typeof args === "object" && args !== null && "op" in args ? [args as ASTNode] : [];
}

/** Missing fields count as null, except that missing == missing is false: there one side becomes a value nothing equals. */
function filled(bindings: Bindings, paths: Path[], equalities: [Path, Path][]): Record<string, unknown> {
  const context: Record<string, unknown> = { ...bindings };
  const absent = (path: Path) => read(bindings, path) === undefined;
  for (const path of paths) if (absent(path)) write(context, path, null);
  for (const [left, right] of equalities)
    if (absent(left) && absent(right)) write(context, right, "\u0000missing");
  return context;
}

function read(root: unknown, path: Path): unknown {
  let value = root;
  for (const name of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

/** Sets a path in `context`, copying the objects on the way; stops where a value is in the way. */
function write(context: Record<string, unknown>, path: Path, leaf: unknown): void {
  let holder = context;
  for (const name of path.slice(0, -1)) {
    const inner = Object.hasOwn(holder, name) ? holder[name] : undefined;
    if (inner !== undefined && inner !== null && (typeof inner !== "object" || Array.isArray(inner))) return;
    const copy = { ...(inner as Record<string, unknown> | null | undefined) };
    holder[name] = copy;
    holder = copy;
  }
  const last = path.at(-1);
  if (last !== undefined) holder[last] = leaf;
}

function plain(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  return value instanceof Map ? Object.fromEntries(value) : value;
}

/** JSON numbers are doubles and literals are ints; CEL knows no arithmetic between them. */
function arithmeticOverMixedNumbers(target: Environment): Environment {
  const operators: Record<string, (a: number, b: number) => number> = {
    "+": (a, b) => a + b,
    "-": (a, b) => a - b,
    "*": (a, b) => a * b,
    "/": (a, b) => a / b,
    "%": (a, b) => a % b,
  };
  for (const [sign, apply] of Object.entries(operators))
    for (const [left, right] of [
      ["double", "int"],
      ["int", "double"],
    ])
      target.registerOperator(`${left} ${sign} ${right}: double`, (a: number | bigint, b: number | bigint) =>
        apply(Number(a), Number(b)),
      );
  return target;
}
