import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Section } from "@/components/ui/section";
import type { ImportRow } from "./import-words";

const OPTION_TITLES: Record<string, string> = {
  timeZone: "Time zone",
  currency: "Currency",
  dateOrder: "Order of a date",
  decimalMark: "Decimal mark",
  delimiter: "Separated by",
  encoding: "Encoding",
  from: "From",
  until: "Until",
};

const VALUE_WORDS: Record<string, string> = {
  ymd: "year, month, day",
  dmy: "day, month, year",
  mdy: "month, day, year",
  ".": "point",
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "bar",
};

const FIELD_WORDS: Record<string, string> = { vip: "VIP", sku: "Product number", at: "When" };

/** `postalCode` as “Postal code”. */
function fieldTitle(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return FIELD_WORDS[name] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** How the file was read: which column held what, and the options that were set. */
export function ReadAs({ found: { mapping, options } }: { found: ImportRow }) {
  const columns = Object.entries(mapping).map(([field, column]) => ({
    term: fieldTitle(field),
    value: column,
  }));
  const set = Object.entries(options).flatMap(([name, value]) => {
    const term = OPTION_TITLES[name];
    return term === undefined ? [] : [{ term, value: VALUE_WORDS[String(value)] ?? String(value) }];
  });
  return (
    <Card>
      <CardHeader title="How it was read" sub="Field, column of the file" />
      <CardBody>
        <DescriptionList pairs={columns} />
      </CardBody>
      {set.length > 0 && (
        <Section title="Options">
          <DescriptionList pairs={set} />
        </Section>
      )}
    </Card>
  );
}
