import { z } from "zod";
import { readCurrency } from "@/server/domain/intake/currency";
import { DATE_ORDERS } from "@/server/domain/intake/instant";
import type { Reading } from "@/server/domain/intake/reading";
import { readTimeZone } from "@/server/domain/intake/time-zone";
import { DELIMITERS, ENCODINGS } from "@/server/store/intake-csv-dialect";

const readBy = (read: (text: string) => Reading<string>) =>
  z.string().transform((text, context) => {
    const reading = read(text);
    if (reading.ok) return reading.value;
    context.addIssue({ code: "custom", message: reading.reason });
    return z.NEVER;
  });
const day = z.iso.date("use a date such as 2011-09-30");

/** How the cells of a file are to be read. */
export const importOptions = z.object({
  /** of times without a zone; default: the company's */
  timeZone: readBy(readTimeZone).optional(),
  /** of amounts without a currency; default: the company's */
  currency: readBy(readCurrency).optional(),
  dateOrder: z.enum(DATE_ORDERS).default("ymd"),
  decimalMark: z.enum([".", ","]).default("."),
  delimiter: z.enum(DELIMITERS).optional(),
  encoding: z.enum(ENCODINGS).optional(),
  /** `17850.0` is the number 17850 that passed through a spreadsheet */
  wholeIds: z.boolean().default(true),
  /** only what happened on these days and between them, by the zone above */
  from: day.optional(),
  until: day.optional(),
});
export type ImportOptions = z.infer<typeof importOptions>;
