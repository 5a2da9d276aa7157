"use client";
import { Send } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useMemo } from "react";
import type { Answer } from "@/components/api-types";
import { useCompany } from "@/components/company";
import { useTRPC, useTRPCClient } from "@/components/trpc";
import { AddressInPlace } from "@/components/ui/address-in-place";
import { DataTable } from "@/components/ui/data-table/data-table";
import { firstPage, numberedPages } from "@/components/ui/data-table/numbered-pages";
import { useListedRows } from "@/components/ui/data-table/use-listed-rows";
import { Empty } from "@/components/ui/empty";
import { FilterSelect } from "@/components/ui/filter-select";
import { formatCount } from "@/components/ui/format";
import { SearchBox } from "@/components/ui/search-box";
import { useUrlParams } from "@/components/ui/use-url-params";
import { OUTBOX_STATES } from "@/server/domain/review";
import { isNarrowed, OUTBOX_SORT, type OutboxAsk, outboxAsk } from "./outbox-ask";
import { decisionHref, type OutboxRow, outboxColumns } from "./outbox-columns";
import { OUTBOX_WORDS } from "./outbox-words";

type Props = {
  /** What the page brought along, and for which question. */
  first: { ask: OutboxAsk; page: Answer["outbox"]["list"] };
  campaigns: readonly { id: number; name: string }[];
  views: ReactNode;
  /** whether this person may settle and cancel */
  mayAct: boolean;
};

/** Messages on their way out, what became of them, and what only a person can settle. */
export function OutboxTable(props: Props) {
  return (
    <AddressInPlace>
      <Listed {...props} />
    </AddressInPlace>
  );
}

const idOf = (row: OutboxRow) => row.id;

function Listed({ first, campaigns, views, mayAct }: Props) {
  const { timeZone } = useCompany();
  const { params } = useUrlParams();
  const ask = outboxAsk(params);
  const trpc = useTRPC();
  const client = useTRPCClient();
  const router = useRouter();
  const rows = useListedRows<OutboxRow, number>({
    key: [...trpc.outbox.list.pathKey(), ask],
    ...numberedPages((page, signal) => client.outbox.list.query({ ...ask, ...page }, { signal })),
    first: JSON.stringify(ask) === JSON.stringify(first.ask) ? firstPage(first.page) : undefined,
  });
  const columns = useMemo(() => outboxColumns(timeZone, mayAct), [timeZone, mayAct]);
  return (
    <DataTable
      label="Messages"
      noun={["message", "messages"]}
      columns={columns}
      rows={rows}
      idOf={idOf}
      nameOf={(row) => `message ${row.id}`}
      onOpen={(row) => router.push(decisionHref(row))}
      fallbackSort={OUTBOX_SORT}
      search={<SearchBox label="Customer number" param="customer" />}
      filters={<Filters counts={first.page.counts} campaigns={campaigns} />}
      views={views}
      empty={<Nothing filtered={isNarrowed(ask)} />}
    />
  );
}

function Filters({
  counts,
  campaigns,
}: {
  counts: Answer["outbox"]["list"]["counts"];
  campaigns: Props["campaigns"];
}) {
  return (
    <>
      <FilterSelect
        param="state"
        label="State"
        all="Every state"
        options={OUTBOX_STATES.map((value) => ({
          value,
          label: `${OUTBOX_WORDS[value].word} (${formatCount(counts[value])})`,
        }))}
      />
      <FilterSelect
        param="campaign"
        label="Campaign"
        all="Any"
        className="max-w-64"
        options={campaigns.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
    </>
  );
}

const Nothing = ({ filtered }: { filtered: boolean }) => (
  <Empty title={filtered ? "Nothing matches" : "Nothing was sent on yet"} icon={<Send aria-hidden />}>
    {filtered
      ? "Change the filters above."
      : "A message comes here once the agent, and a person where one is asked, let it go. It leaves at the hour chosen for its customer."}
  </Empty>
);
