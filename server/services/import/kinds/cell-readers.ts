import { readCountry } from "@/server/domain/intake/country";
import { readMinor } from "@/server/domain/intake/decimal";
import { readEmail } from "@/server/domain/intake/email";
import { readId } from "@/server/domain/intake/id-text";
import { readInstant } from "@/server/domain/intake/instant";
import { plainText } from "@/server/domain/intake/plain-text";
import type { Reading } from "@/server/domain/intake/reading";
import type { Cells, Fault, Reader } from "./contract";

const MAX_TEXT = 200;

/** Reads the cells of one row and gathers what is wrong with it. A field that is empty or wrong reads as null. */
export class RowReader {
  readonly faults: Fault[] = [];

  constructor(
    readonly cells: Cells,
    readonly reader: Reader,
  ) {}

  /** A field by any reader; empty is null without a fault. */
  read<Value>(field: string, read: (text: string) => Reading<Value>): Value | null {
    const text = this.cells(field);
    if (text === "") return null;
    const reading = read(text);
    if (reading.ok) return reading.value;
    this.fault(field, reading.reason);
    return null;
  }

  /** The same, where empty is a fault too. */
  need<Value>(field: string, reason: string, read: (text: string) => Reading<Value>): Value | null {
    if (this.cells(field) !== "") return this.read(field, read);
    this.fault(field, reason);
    return null;
  }

  fault(field: string, reason: string): void {
    this.faults.push({ field, reason });
  }

  readonly id = (text: string) => readId(text, this.reader.wholeIds);
  readonly text = (text: string) => plainText(text, MAX_TEXT);
  readonly email = (text: string) => readEmail(text);
  readonly country = (text: string) => readCountry(text);
  readonly instant = (text: string) => readInstant(text, this.reader);
  readonly minor = (currency: string) => (text: string) => readMinor(text, currency, this.reader.decimalMark);

  /** Whom the row is about: the company's number of a customer, or an address. */
  who(): Who | null {
    const userId = this.read("customer", this.id);
    if (userId !== null) return { userId };
    if (this.cells("customer") !== "") return null;
    const email = this.read("email", this.email);
    if (this.cells("email") === "") this.fault("customer", "no customer");
    return email === null ? null : { email };
  }

  /** Whether an instant lies in the days that were chosen. */
  isChosen(atMs: number): boolean {
    const { fromMs, untilMs } = this.reader;
    return (fromMs === null || atMs >= fromMs) && (untilMs === null || atMs < untilMs);
  }
}

export type Who = { userId: string } | { email: string };

/** The two columns by which rows name a customer. */
export const WHO_FIELDS = [
  {
    name: "customer",
    title: "Customer number",
    aliases: [
      "customerId",
      "userId",
      "user",
      "custId",
      "clientId",
      "kundennummer",
      "customerNo",
      "contactId",
    ],
  },
  {
    name: "email",
    title: "Email",
    aliases: ["emailAddress", "mail", "eMail", "customerEmail", "contactEmail"],
  },
] as const;
