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
import { RawEntry } from "./raw-entry";
import { SHOWS, type Show } from "./timeline-shows";
import { timelineWords } from "./timeline-words";

type Props = { customerId: number; timeline: { rows: TimelineEntry[]; next: string | null }; show: Show };

const SHOW_LABELS: Record<Show, string> = {
  all: "All",
  decisions: "Decisions",
  messages: "Messages",
  orders: "Orders",
  behaviour: "Behaviour",
  consent: "Consent",
  edits: "Edits",
};

/** What happened with one customer, newest first, by the company's clock. The choice of kinds lives in the address. */
export function CustomerTimeline({ customerId, timeline: { rows, next }, show }: Props) {
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
      <CardBody>
        {rows.length === 0 ? <Nothing show={show} /> : <Entries customerId={customerId} rows={rows} />}
      </CardBody>
      <CardFooter>
        <CursorPagination next={next} text={rows.length === 1 ? "1 entry" : `${rows.length} entries`} />
      </CardFooter>
    </Card>
  );
}

function Entries({ customerId, rows }: { customerId: number; rows: TimelineEntry[] }) {
  const { currency, timeZone } = useCompany();
  return (
    <Timeline label="Timeline, newest first">
      {byDay(rows, timeZone).map(({ day, entries }) => (
        <Fragment key={day}>
          <TimelineDay>{day}</TimelineDay>
          {entries.map((entry) => (
            <TimelineItem
              key={entry.place}
              {...timelineWords(entry, currency)}
              time={formatInstant(entry.at, timeZone, "time")}
              dateTime={entry.at.toISOString()}
              action={<RawEntry customerId={customerId} place={entry.place} />}
            />
          ))}
        </Fragment>
      ))}
    </Timeline>
  );
}

/** Entries under the company's calendar day. */
function byDay(rows: readonly TimelineEntry[], timeZone: string) {
  const days: { day: string; entries: TimelineEntry[] }[] = [];
  for (const entry of rows) {
    const day = formatInstant(entry.at, timeZone, "date");
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
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
