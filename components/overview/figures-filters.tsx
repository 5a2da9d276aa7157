"use client";
import { ChevronDown, SlidersHorizontal } from "lucide-react";
import { useId, useState } from "react";
import { CHANNEL_TITLES } from "@/components/choice-words";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { FilterSelect } from "@/components/ui/filter-select";
import { formatInstant } from "@/components/ui/format";
import { useUrlParams } from "@/components/ui/use-url-params";
import { CHANNELS } from "@/server/domain/goal";
import { PeriodFilter } from "./period-filter";

type Props = { from: string; to: string; campaigns: readonly { id: number; name: string }[] };

const COMPARE = [
  { value: "previous", label: "Previous period" },
  { value: "baseline", label: "Baseline" },
  { value: "holdout", label: "Holdout" },
];
const CHANNEL = CHANNELS.map((channel) => ({ value: channel, label: CHANNEL_TITLES[channel] }));

/** Which days, held against what, and of which channel and campaign: all in the address. On a phone, behind a button that says so. */
export function FiguresFilters({ from, to, campaigns }: Props) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const campaign = campaigns.map(({ id: value, name }) => ({ value: String(value), label: name }));
  return (
    <>
      <Button
        wide
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        className="justify-start whitespace-normal text-left max-md:h-auto max-md:min-h-9 max-md:py-1.5 md:hidden"
      >
        <SlidersHorizontal aria-hidden />
        <span className="sr-only">Filters: </span>
        <span className="min-w-0 flex-1">
          <Chosen from={from} to={to} campaign={campaign} />
        </span>
        <ChevronDown aria-hidden className={cn("transition-transform", isOpen && "rotate-180")} />
      </Button>
      <div id={id} className={cn("flex flex-wrap items-end gap-2 max-md:mt-3", !isOpen && "max-md:hidden")}>
        <PeriodFilter from={from} to={to} />
        <FilterSelect param="compare" label="Compare" options={COMPARE} />
        <FilterSelect param="channel" label="Channel" all="All" options={CHANNEL} />
        <FilterSelect param="campaign" label="Campaign" all="All" className="max-w-56" options={campaign} />
      </div>
    </>
  );
}

type Option = { value: string; label: string };
type ChosenProps = { from: string; to: string; campaign: readonly Option[] };

/** `30 Oct to 28 Nov, Email, against holdout`: what is left at its beginning is not said. */
function Chosen({ from, to, campaign }: ChosenProps) {
  const { params } = useUrlParams();
  const labelOf = (param: string, options: readonly Option[]) =>
    options.find(({ value }) => value === params.get(param))?.label;
  const compare = labelOf("compare", COMPARE.slice(1));
  const day = (date: string) => formatInstant(Date.parse(`${date}T12:00:00Z`), "UTC", "day");
  return [
    `${day(from)} to ${day(to)}`,
    labelOf("campaign", campaign),
    labelOf("channel", CHANNEL),
    compare === undefined ? undefined : `against ${compare.toLowerCase()}`,
  ]
    .filter((words) => words !== undefined)
    .join(", ");
}
