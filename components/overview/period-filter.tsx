"use client";
import { useCompany } from "@/components/company";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { useUrlParams } from "@/components/ui/use-url-params";
import { daysBefore } from "@/server/domain/kpi/days-before";
import { weekBefore } from "@/server/domain/kpi/week-before";
import { DAY_MS } from "@/server/domain/time";

type Props = { from: string; to: string };

const WEEK = "week";
const LENGTHS = [
  { value: WEEK, label: "Last week" },
  { value: "7", label: "7 days" },
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
];

/** The calendar day that it is now in a zone. */
const todayIn = (timeZone: string) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(new Date());

/** The days that the figures are of, kept in the address. */
export function PeriodFilter(shown: Props) {
  const { params, set, isPending } = useUrlParams();
  const { timeZone } = useCompany();
  const today = todayIn(timeZone);
  const week = weekBefore(today);
  const from = (isPending && params.get("from")) || shown.from;
  const to = (isPending && params.get("to")) || shown.to;
  const length =
    to === today
      ? String((Date.parse(to) - Date.parse(from)) / DAY_MS + 1)
      : from === week.from && to === week.to
        ? WEEK
        : "";
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Segmented
        label="Period"
        options={LENGTHS}
        value={length}
        onValueChange={(days) =>
          set(days === WEEK ? week : { from: daysBefore(today, Number(days) - 1), to: today })
        }
      />
      <Field label="From">
        <Input
          type="date"
          value={from}
          max={to}
          onChange={({ target }) => target.value && set({ from: target.value, to })}
        />
      </Field>
      <Field label="To">
        <Input
          type="date"
          value={to}
          min={from}
          onChange={({ target }) => target.value && set({ from, to: target.value })}
        />
      </Field>
    </div>
  );
}
