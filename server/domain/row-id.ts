import { z } from "zod";

/** An id of a row: a positive number that fits the column. */
export const rowId = z.number().int().min(1).max(2_147_483_647);
