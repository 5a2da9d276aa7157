/** `--customers 1000 --lanes 2` as a record. Throws on anything else. */
export function options(args: readonly string[]): Record<string, string> {
  const given: Record<string, string> = {};
  for (let i = 0; i < args.length; i += 2) {
    const name = args[i];
    const value = args[i + 1];
    if (!name?.startsWith("--") || value === undefined)
      throw new Error(`give options as --name value, not ${name ?? ""}`);
    given[name.slice(2)] = value;
  }
  return given;
}

/** A whole number above zero, or the fallback where the option is absent. */
export function count(given: Readonly<Record<string, string>>, name: string, fallback: number): number {
  const value = Number(given[name] ?? fallback);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name}: give a whole number above zero`);
  return value;
}
