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

/** How the file was read: which column held what, and the options that were set. */
export function ReadAs({ found: { mapping, options } }: { found: ImportRow }) {
  const columns = Object.entries(mapping).map(([field, column]) => ({ term: field, value: column }));
  const set = Object.entries(options).flatMap(([name, value]) => {
    const term = OPTION_TITLES[name];
    return term === undefined ? [] : [{ term, value: value === "\t" ? "Tab" : String(value) }];
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
