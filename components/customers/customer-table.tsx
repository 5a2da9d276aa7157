"use client";
import { useQueryClient } from "@tanstack/react-query";
import { Users } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useMemo } from "react";
import { useCompany } from "@/components/company";
import { useTRPCClient } from "@/components/trpc";
import { AddressInPlace } from "@/components/ui/address-in-place";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table/data-table";
import { PAGE_ROWS } from "@/components/ui/data-table/page-window";
import type { RowSelection } from "@/components/ui/data-table/row-selection";
import { useListedRows } from "@/components/ui/data-table/use-listed-rows";
import { useRowSelection } from "@/components/ui/data-table/use-row-selection";
import { Empty } from "@/components/ui/empty";
import { SearchBox } from "@/components/ui/search-box";
import { useUrlParams } from "@/components/ui/use-url-params";
import { CUSTOMER_SORT, type CustomerAsk, customerAsk, isNarrowed } from "./customer-ask";
import { type ChosenCustomers, CustomerBulk } from "./customer-bulk";
import { customerColumns, customerName } from "./customer-columns";
import { CustomerFilters, type SegmentOption } from "./customer-filters";
import type { CustomerList, CustomerRow } from "./customer-types";

type Props = {
  /** What the page brought along, and for which question. */
  first: { ask: CustomerAsk; page: CustomerList };
  /** countries that occur, ISO 3166-1 alpha-2 */
  countries: readonly string[];
  segments: readonly SegmentOption[];
  views: ReactNode;
  mayImport: boolean;
  mayExport: boolean;
  mayWrite: boolean;
};

/** All customers with what they bought and whether they may be written to. */
export function CustomerTable(props: Props) {
  if (props.first.page.rows.length === 0 && !isNarrowed(props.first.ask))
    return <NoCustomers mayImport={props.mayImport} />;
  return (
    <AddressInPlace>
      <Listed {...props} />
    </AddressInPlace>
  );
}

const idOf = (row: CustomerRow) => row.id;

function Listed({ first, countries, segments, views, mayExport, mayWrite }: Props) {
  const company = useCompany();
  const { params } = useUrlParams();
  const ask = customerAsk(params, company.currency);
  const client = useTRPCClient();
  const router = useRouter();
  const queries = useQueryClient();
  const rows = useListedRows<CustomerRow, string>({
    key: ["customers", ask],
    loadPage: (after, signal) => client.customer.list.query({ ...ask, after, limit: PAGE_ROWS }, { signal }),
    loadPlaces: (signal) => client.customer.places.query({ ...ask, every: PAGE_ROWS }, { signal }),
    first: JSON.stringify(ask) === JSON.stringify(first.ask) ? first.page : undefined,
  });
  const control = useRowSelection(rows, idOf);
  const { currency, timeZone } = company;
  const columns = useMemo(() => customerColumns({ currency, timeZone }), [currency, timeZone]);
  const done = () => {
    control.clear();
    void queries.invalidateQueries({ queryKey: ["customers"] });
  };
  return (
    <DataTable
      label="Customers"
      noun={["customer", "customers"]}
      columns={columns}
      rows={rows}
      idOf={idOf}
      nameOf={customerName}
      onOpen={(row) => router.push(`/customers/${row.id}`)}
      fallbackSort={CUSTOMER_SORT}
      search={<SearchBox label="Name, number or address" />}
      filters={<CustomerFilters countries={countries} segments={segments} />}
      views={views}
      empty={<NothingMatches />}
      chosen={
        mayExport || mayWrite
          ? {
              control,
              actions: (
                <CustomerBulk
                  chosen={chosenIn(control.selection, ask)}
                  mayExport={mayExport}
                  mayWrite={mayWrite}
                  onDone={done}
                />
              ),
            }
          : undefined
      }
    />
  );
}

function chosenIn(selection: RowSelection<number>, { sort: _, descending: __, ...matching }: CustomerAsk) {
  const chosen: ChosenCustomers =
    selection.kind === "some" ? { ids: [...selection.ids] } : { matching, except: [...selection.except] };
  return chosen;
}

const NoCustomers = ({ mayImport }: Pick<Props, "mayImport">) => (
  <Card>
    <Empty
      title="No customers yet"
      icon={<Users aria-hidden />}
      action={
        mayImport && (
          <ButtonLink href="/imports/new?kind=customers" variant="primary">
            Import customers
          </ButtonLink>
        )
      }
    >
      Customers come with a CSV file or through the tracking API. Each gets one page with their orders,
      consents, messages and every decision about them.
    </Empty>
  </Card>
);

const NothingMatches = () => (
  <Empty title="Nobody matches">
    People are stored sealed: they are found by how the words of their name begin, from three letters on, and
    by a whole address or number. Change the search or the filters above.
  </Empty>
);
