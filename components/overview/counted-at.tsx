"use client";
import { useCompany } from "@/components/company";
import { formatInstant } from "@/components/ui/format";

/** Until when daily sums reach: what left or was ordered since then stands in single decisions first. */
export function CountedAt({ at }: { at: Date }) {
  const { timeZone } = useCompany();
  return (
    <>
      Touches and orders are counted every ten minutes, last at{" "}
      <time dateTime={at.toISOString()}>{formatInstant(at, timeZone, "time")}</time>.
    </>
  );
}
