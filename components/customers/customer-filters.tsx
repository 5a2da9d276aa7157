"use client";
import { useCompany } from "@/components/company";
import { FilterInput } from "@/components/ui/filter-input";
import { FilterSelect } from "@/components/ui/filter-select";
import { countryName } from "./country-name";
import { LAST_ORDERS } from "./customer-ask";

/** A segment's id and what it is called. */
export type SegmentOption = { value: string; label: string };

type Props = { countries: readonly string[]; segments: readonly SegmentOption[] };

/** What narrows the list of customers. */
export function CustomerFilters({ countries, segments }: Props) {
  const { currency } = useCompany();
  return (
    <>
      <FilterSelect
        param="country"
        label="Country"
        all="Every country"
        className="max-w-full"
        options={countries.map((value) => ({ value, label: countryName(value) }))}
      />
      <FilterSelect
        param="segment"
        label="Last segment"
        all="Any"
        className="max-w-full"
        options={segments}
      />
      <FilterSelect param="ordered" label="Last order" all="Whenever" options={LAST_ORDERS} />
      <FilterInput param="min" label="Spent at least" type="number" unit={currency} />
      <FilterInput param="max" label="At most" type="number" unit={currency} />
      <FilterSelect
        param="consent"
        label="Email consent"
        all="Any"
        options={[
          { value: "granted", label: "Agreed" },
          { value: "withdrawn", label: "Withdrawn" },
          { value: "none", label: "Never asked" },
        ]}
      />
      <FilterSelect
        param="suppressed"
        label="Suppressed"
        all="Either"
        options={[
          { value: "yes", label: "Yes" },
          { value: "no", label: "No" },
        ]}
      />
      <FilterSelect
        param="vip"
        label="VIP"
        all="Either"
        options={[
          { value: "yes", label: "Yes" },
          { value: "no", label: "No" },
        ]}
      />
    </>
  );
}
