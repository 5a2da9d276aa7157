"use client";
import { CHANNEL_TITLES } from "@/components/choice-words";
import { FilterSelect } from "@/components/ui/filter-select";
import { CHANNELS } from "@/server/domain/goal";
import { PeriodFilter } from "./period-filter";

type Props = { from: string; to: string; campaigns: readonly { id: number; name: string }[] };

const COMPARE = [
  { value: "previous", label: "Previous period" },
  { value: "baseline", label: "Baseline" },
  { value: "holdout", label: "Holdout" },
];

/** Which days, held against what, and of which channel and campaign: all in the address. */
export function FiguresFilters({ from, to, campaigns }: Props) {
  return (
    <div className="flex flex-wrap items-end gap-2">
      <PeriodFilter from={from} to={to} />
      <FilterSelect param="compare" label="Compare" options={COMPARE} />
      <FilterSelect
        param="channel"
        label="Channel"
        all="All"
        options={CHANNELS.map((channel) => ({ value: channel, label: CHANNEL_TITLES[channel] }))}
      />
      <FilterSelect
        param="campaign"
        label="Campaign"
        all="All"
        className="max-w-56"
        options={campaigns.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
    </div>
  );
}
