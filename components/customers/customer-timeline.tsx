"use client";
import { Fragment } from "react";
import { useCompany } from "@/components/company";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { formatInstant } from "@/components/ui/format";
import { CursorPagination } from "@/components/ui/pagination";
import { Segmented } from "@/components/ui/segmented";
import { Timeline, TimelineDay, TimelineItem } from "@/components/ui/timeline";
import { useUrlParams } from "@/components/ui/use-url-params";
import type { TimelineEntry } from "./customer-types";
import { SHOWS, type Show } from "./timeline-shows";
import { timelineWords } from "./timeline-words";

type Props = { timeline: { rows: TimelineEntry[]; next: string | null }; show: Show };

const SHOW_LABELS: Record<Show, string> = {
  all: "All",
  messages: "Messages",
  orders: "Orders",
  behaviour: "Behaviour",
  consent: "Consent",
};

/** What happened with one customer, newest first, by the company's clock. The choice of kinds lives in the address. */
export function CustomerTimeline({ timeline: { rows, next }, show }: Props) {
  const { set } = useUrlParams();
  return (
    <Card>
      <CardHeader
        title="Timeline"
        actions={
          <Segmented
            label="What to show"
            options={SHOWS.map((value) => ({ value, label: SHOW_LABELS[value] }))}
            value={show}
            onValueChange={(value) => set({ show: value === "all" ? null : value })}
          />
        }
      />
      <CardBody>{rows.length === 0 ? <Nothing show={show} /> : <Entries rows={rows} />}</CardBody>
      <CardFooter>
        <CursorPagination next={next} text={rows.length === 1 ? "1 entry" : `${rows.length} entries`} />
      </CardFooter>
    </Card>
  );
}

function Entries({ rows }: { rows: TimelineEntry[] }) {
  const { currency, timeZone } = useCompany();
  return (
    <Timeline label="Timeline, newest first">
      {byDay(rows, timeZone).map(({ day, entries }) => (
        <Fragment key={day}>
          <TimelineDay>{day}</TimelineDay>
          {entries.map(({ entry, key }) => (
            <TimelineItem
              key={key}
              {...timelineWords(entry, currency)}
              time={formatInstant(entry.at, timeZone, "time")}
              dateTime={entry.at.toISOString()}
            />
          ))}
        </Fragment>
      ))}
    </Timeline>
  );
}

/** Entries under the company's calendar day; two equal ones of the same instant are told apart by their place. */
function byDay(rows: readonly TimelineEntry[], timeZone: string) {
  const days: { day: string; entries: { entry: TimelineEntry; key: string }[] }[] = [];
  rows.forEach((entry, index) => {
    const day = formatInstant(entry.at, timeZone, "date");
    const last = days.at(-1);
    const keyed = { entry, key: `${entry.kind}-${entry.at.getTime()}-${index}` };
    if (last?.day === day) last.entries.push(keyed);
    else days.push({ day, entries: [keyed] });
  });
  return days;
}

const Nothing = ({ show }: { show: Show }) =>
  show === "all" ? (
    <Empty title="Nothing happened yet">
      Orders, visits, messages, their outcomes and every decision about this customer will stand here.
    </Empty>
  ) : (
    <Empty title="Nothing of this kind">Choose All to see everything.</Empty>
  );
