"use client";
import { ScrollText } from "lucide-react";
import dynamic from "next/dynamic";
import { type ReactNode, useMemo, useState } from "react";
import { actorWords } from "@/components/actor-words";
import type { Answer } from "@/components/api-types";
import { useCompany } from "@/components/company";
import { useTRPCClient } from "@/components/trpc";
import { AddressInPlace } from "@/components/ui/address-in-place";
import { DataTable } from "@/components/ui/data-table/data-table";
import { PAGE_ROWS } from "@/components/ui/data-table/page-window";
import { type ListPage, useListedRows } from "@/components/ui/data-table/use-listed-rows";
import { Empty } from "@/components/ui/empty";
import { FilterInput } from "@/components/ui/filter-input";
import { FilterSelect } from "@/components/ui/filter-select";
import { SearchBox } from "@/components/ui/search-box";
import { useUrlParams } from "@/components/ui/use-url-params";
import { type AuditAsk, auditAsk } from "./audit-ask";
import { auditColumns } from "./audit-columns";

const AuditEntryDialog = dynamic(() => import("./audit-entry-dialog").then((part) => part.AuditEntryDialog), {
  ssr: false,
});

type AuditList = Answer["audit"]["list"];
export type AuditEntry = AuditList["entries"][number];
type Place = NonNullable<AuditList["next"]>;

type Props = {
  /** What the page brought along, and for which question. */
  first: { ask: AuditAsk; page: AuditList };
  people: Answer["audit"]["people"];
  views: ReactNode;
};

/** Who changed what when, newest first, with the bytes that were hashed. */
export function AuditTable(props: Props) {
  return (
    <AddressInPlace>
      <Listed {...props} />
    </AddressInPlace>
  );
}

const idOf = ({ block, n }: AuditEntry) => `${block}-${n}`;
const pageOf = ({ entries, next }: AuditList): ListPage<AuditEntry, Place> => ({ rows: entries, next });

function Listed({ first, people, views }: Props) {
  const { timeZone } = useCompany();
  const { params } = useUrlParams();
  const [opened, setOpened] = useState<AuditEntry | null>(null);
  const ask = auditAsk(params, timeZone);
  const client = useTRPCClient();
  const rows = useListedRows<AuditEntry, Place>({
    key: ["audit", ask],
    loadPage: async (before, signal) =>
      pageOf(await client.audit.list.query({ ...ask, before, limit: PAGE_ROWS }, { signal })),
    loadPlaces: (signal) => client.audit.places.query({ ...ask, every: PAGE_ROWS }, { signal }),
    first: JSON.stringify(ask) === JSON.stringify(first.ask) ? pageOf(first.page) : undefined,
  });
  const columns = useMemo(() => auditColumns(timeZone, setOpened), [timeZone]);
  const filtered = Object.values(ask).some((value) => value !== null);
  return (
    <>
      <DataTable
        label="Audit entries, newest first"
        noun={["entry", "entries"]}
        columns={columns}
        rows={rows}
        idOf={idOf}
        nameOf={idOf}
        onOpen={setOpened}
        rowHeight={34}
        search={<SearchBox label="Action begins with" param="action" className="w-44" />}
        filters={<Filters people={people} asked={ask.actor ?? null} />}
        views={views}
        empty={<NoEntries filtered={filtered} />}
      />
      {opened !== null && <AuditEntryDialog entry={opened} onClose={() => setOpened(null)} />}
    </>
  );
}

type FiltersProps = Pick<Props, "people"> & { asked: string | null };

const Filters = ({ people, asked }: FiltersProps) => (
  <>
    <FilterSelect
      param="actor"
      label="Who"
      all="Anybody"
      className="max-w-56"
      options={actorOptions(people, asked)}
    />
    <SearchBox label="Entity, such as review 12" param="entity" className="w-52" />
    <FilterInput param="from" label="From" type="date" />
    <FilterInput param="to" label="To" type="date" />
  </>
);

const NoEntries = ({ filtered }: { filtered: boolean }) => (
  <Empty title={filtered ? "Nothing matches" : "Nothing recorded yet"} icon={<ScrollText aria-hidden />}>
    {filtered
      ? "Change the filters above."
      : "Every decision, send, review, import and change of settings leaves an entry here."}
  </Empty>
);

const MACHINE = "system";

/** People and the machine; whoever else the address asks for stands below them. */
function actorOptions(people: Props["people"], asked: string | null) {
  const known = people.map(({ actor, name }) => ({ value: actor, label: name }));
  const all = [...known, { value: MACHINE, label: actorWords(MACHINE, null) }];
  const isListed = asked === null || all.some(({ value }) => value === asked);
  return isListed ? all : [...all, { value: asked, label: actorWords(asked, null) }];
}
