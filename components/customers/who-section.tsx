"use client";
import { useCompany } from "@/components/company";
import { Callout } from "@/components/ui/callout";
import { DescriptionList } from "@/components/ui/description-list";
import { formatInstant } from "@/components/ui/format";
import { Section } from "@/components/ui/section";
import type { CustomerDetail } from "./customer-types";

const SOURCES: Record<string, string> = {
  given: "from the source",
  phone: "from the phone number",
  country: "from the country",
};

/** Who the customer is, as the company knows them. */
export function WhoSection({ customer }: { customer: CustomerDetail }) {
  const { timeZone } = useCompany();
  const { person, erasedAt } = customer;
  const given = [
    { term: "Number", value: person?.userId },
    { term: "Email", value: person?.email },
    { term: "Phone", value: person?.phone },
    { term: "Place", value: placeOf(customer) },
    { term: "Language", value: customer.language },
    { term: "Time zone", value: zoneOf(customer) },
    { term: "Customer since", value: formatInstant(customer.createdAt, timeZone, "date") },
    { term: "Our number", value: String(customer.id) },
  ];
  return (
    <Section title="Who" level={2}>
      {erasedAt !== null && (
        <Callout tone="info" className="mb-3">
          Their personal data was erased on {formatInstant(erasedAt, timeZone, "date")}. What was decided
          stays, under their number only.
        </Callout>
      )}
      <DescriptionList pairs={given.flatMap(({ term, value }) => (value ? [{ term, value }] : []))} />
    </Section>
  );
}

function placeOf({ person, country }: CustomerDetail): string {
  const town = [person?.postalCode, person?.city].filter(Boolean).join(" ");
  return [town, country].filter(Boolean).join(", ");
}

function zoneOf({ timeZone, timeZoneSource }: CustomerDetail): string {
  if (timeZone === null) return "Unknown";
  const source = SOURCES[timeZoneSource ?? ""];
  return source === undefined ? timeZone : `${timeZone}, ${source}`;
}
