import type { z } from "zod";
import { BadInput } from "./bad-input";

/** JSON from standard input as what a command needs; the first thing that is wrong is BadInput that names its field. */
export function readAs<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = issue?.path.join(".") ?? "";
  throw new BadInput(path === "" ? "standard input" : path, issue?.message ?? "is not as it should be");
}
