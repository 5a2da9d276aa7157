"use client";
import { List } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useMemo } from "react";
import type { Answer } from "@/components/api-types";
import type { OfferTitles } from "@/components/choice-words";
import { useCompany } from "@/components/company";
import { useTRPCClient } from "@/components/trpc";
import { AddressInPlace } from "@/components/ui/address-in-place";
import { DataTable } from "@/components/ui/data-table/data-table";
import { PAGE_ROWS } from "@/components/ui/data-table/page-window";
import { useListedRows } from "@/components/ui/data-table/use-listed-rows";
import { Empty } from "@/components/ui/empty";
import { SearchBox } from "@/components/ui/search-box";
import { useUrlParams } from "@/components/ui/use-url-params";
import { BehindFigure } from "./behind-figure";
import { type DecisionAsk, decisionAsk, isNarrowed } from "./decision-ask";
import { decisionColumns } from "./decision-columns";
import { DecisionFilters } from "./decision-filters";

type DecisionList = Answer["decision"]["list"];
export type DecisionRow = DecisionList["rows"][number];

type Props = {
  /** What the page brought along, and for which question. */
  first: { ask: DecisionAsk; page: DecisionList };
  campaigns: readonly { id: number; name: string }[];
  offers: OfferTitles;
  /** Whether people may be found by their name or address. */
  mayFindPeople: boolean;
  views: ReactNode;
};

/** Decisions, newest run first: for whom, what, and why not. */
export function DecisionTable(props: Props) {
  return (
    <AddressInPlace>
      <Listed {...props} />
    </AddressInPlace>
  );
}

const idOf = (row: DecisionRow) => row.id;

function Listed({ first, campaigns, offers, mayFindPeople, views }: Props) {
  const company = useCompany();
  const { params } = useUrlParams();
  const ask = decisionAsk(params, company.timeZone, mayFindPeople);
  const client = useTRPCClient();
  const router = useRouter();
  const rows = useListedRows<DecisionRow, string>({
    key: ["decisions", ask],
    loadPage: (before, signal) =>
      client.decision.list.query({ ...ask, before, limit: PAGE_ROWS }, { signal }),
    loadPlaces: (signal) => client.decision.places.query({ ...ask, every: PAGE_ROWS }, { signal }),
    first: JSON.stringify(ask) === JSON.stringify(first.ask) ? first.page : undefined,
  });
  const columns = useMemo(() => decisionColumns(offers, company), [offers, company]);
  return (
    <DataTable
      label="Decisions, newest run first"
      noun={["decision", "decisions"]}
      columns={columns}
      rows={rows}
      idOf={idOf}
      nameOf={(row) => `decision ${row.id}`}
      onOpen={(row) => router.push(`/decisions/${row.id}`)}
      rowHeight={34}
      search={
        <SearchBox label={mayFindPeople ? "Name, number or address" : "Customer number"} param="customer" />
      }
      filters={<DecisionFilters campaigns={campaigns} />}
      views={views}
      note={<BehindFigure ask={ask} />}
      empty={<NoDecisions filtered={isNarrowed(ask)} />}
    />
  );
}

function NoDecisions({ filtered }: { filtered: boolean }) {
  if (filtered) return <Empty title="Nothing matches">Change the filters above.</Empty>;
  return (
    <Empty title="No decisions yet" icon={<List aria-hidden />}>
      A run of a campaign decides for each person of its audience; each decision is explained here.
    </Empty>
  );
}
