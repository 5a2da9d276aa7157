/** Something that a row of a kind of file may say. */
export type ImportField = {
  name: string;
  title: string;
  /** other names that headers use for it */
  aliases: readonly string[];
  required?: boolean;
};

/** Field → the header of the column that holds it. */
export type Mapping = Readonly<Record<string, string>>;

/** A name without case and signs: `Customer ID`, `customer_id` and `CustomerID` are one. */
const bare = (name: string): string => name.toLowerCase().replace(/[^\p{L}\d]+/gu, "");

/** Which column probably holds which field: by the same name, else by an alias; a column serves one field. */
export function guessMapping(header: readonly string[], fields: readonly ImportField[]): Mapping {
  const free = new Map<string, string>();
  for (const column of header) if (!free.has(bare(column))) free.set(bare(column), column);
  const mapping: Record<string, string> = {};
  const take = (field: ImportField, names: readonly string[]) => {
    const name = names.map(bare).find((one) => free.has(one));
    if (name === undefined || mapping[field.name] !== undefined) return;
    mapping[field.name] = free.get(name) ?? "";
    free.delete(name);
  };
  for (const field of fields) take(field, [field.name, field.title]);
  for (const field of fields) take(field, field.aliases);
  return mapping;
}

/** Where each field stands in a row. Fields that are mapped to nothing are absent. */
export type Positions = ReadonlyMap<string, number>;

/**
 * The positions of mapped fields in a header, or what is wrong with the mapping: an unknown field or column, or a
 * required field without one.
 */
export function positionsOf(
  header: readonly string[],
  fields: readonly ImportField[],
  mapping: Mapping,
): { positions: Positions; problems: string[] } {
  const positions = new Map<string, number>();
  const problems: string[] = [];
  for (const [name, column] of Object.entries(mapping)) {
    const at = header.findIndex((one) => one.trim() === column.trim());
    if (!fields.some((field) => field.name === name)) problems.push(`there is no field ${name}`);
    else if (at === -1) problems.push(`there is no column ${column} for ${name}`);
    else positions.set(name, at);
  }
  for (const { name, title, required } of fields) {
    if (required && !positions.has(name)) problems.push(`no column is mapped to ${name} (${title})`);
  }
  return { positions, problems };
}
