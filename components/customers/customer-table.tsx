"use client";
import { Star, Users } from "lucide-react";
import { useCompany } from "@/components/company";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardFooter } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { FilterSelect } from "@/components/ui/filter-select";
import { formatCount, formatInstant, formatMoney } from "@/components/ui/format";
import { CursorPagination } from "@/components/ui/pagination";
import { SearchBox } from "@/components/ui/search-box";
import { SortHead } from "@/components/ui/sort-head";
import { Status } from "@/components/ui/status";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { CustomerList, CustomerRow } from "./customer-types";

type Props = {
  customers: CustomerList;
  /** countries that occur, ISO 3166-1 alpha-2 */
  countries: readonly string[];
  filtered: boolean;
  mayImport: boolean;
};

/** All customers with what they bought and whether they may be written to. */
export function CustomerTable({ customers, countries, filtered, mayImport }: Props) {
  const { rows, next } = customers;
  if (rows.length === 0 && !filtered) return <NoCustomers mayImport={mayImport} />;
  return (
    <Card>
      <Filters countries={countries} />
      <CardBody flush>{rows.length === 0 ? <NothingMatches /> : <Rows rows={rows} />}</CardBody>
      <CardFooter>
        <CursorPagination
          next={next}
          text={rows.length === 1 ? "1 customer" : `${formatCount(rows.length)} customers on this page`}
        />
      </CardFooter>
    </Card>
  );
}

const REGIONS = new Intl.DisplayNames(["en"], { type: "region" });

function Filters({ countries }: Pick<Props, "countries">) {
  return (
    <div className="flex flex-wrap gap-2 border-b p-3">
      <SearchBox label="Exact address or number" />
      <FilterSelect
        param="country"
        label="Country"
        all="Every country"
        options={countries.map((value) => ({ value, label: REGIONS.of(value) ?? value }))}
      />
      <FilterSelect
        param="vip"
        label="VIP"
        all="Everybody"
        options={[{ value: "yes", label: "VIPs only" }]}
      />
      <FilterSelect
        param="consent"
        label="Email consent"
        all="Any"
        options={[
          { value: "granted", label: "Agreed" },
          { value: "withdrawn", label: "Withdrawn" },
          { value: "none", label: "Never asked" },
        ]}
      />
    </div>
  );
}

const FALLBACK = "-created";

function Rows({ rows }: { rows: readonly CustomerRow[] }) {
  const { currency, timeZone } = useCompany();
  return (
    <Table label="Customers">
      <TableHeader>
        <TableRow>
          <TableHead>Customer</TableHead>
          <TableHead>Country</TableHead>
          <TableHead>Email consent</TableHead>
          <SortHead column="orders" numeric fallback={FALLBACK}>
            Orders
          </SortHead>
          <SortHead column="spend" numeric fallback={FALLBACK}>
            Lifetime value
          </SortHead>
          <SortHead column="lastOrder" numeric fallback={FALLBACK}>
            Last order
          </SortHead>
          <SortHead column="created" numeric fallback={FALLBACK}>
            Since
          </SortHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.id}>
            <TableCell>
              <TextLink look="name" href={`/customers/${row.id}`}>
                {row.name ?? `Customer ${row.id}`}
              </TextLink>{" "}
              {row.vip && (
                <Badge>
                  <Star aria-hidden /> VIP
                </Badge>
              )}
            </TableCell>
            <TableCell>{row.country ?? "–"}</TableCell>
            <TableCell>
              <ConsentStatus row={row} />
            </TableCell>
            <TableCell numeric>{formatCount(row.orders)}</TableCell>
            <TableCell numeric>{formatMoney(row.spendMinor, currency)}</TableCell>
            <TableCell numeric>
              {row.lastOrderAt === null ? "Never" : formatInstant(row.lastOrderAt, timeZone, "date")}
            </TableCell>
            <TableCell numeric>{formatInstant(row.createdAt, timeZone, "date")}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function ConsentStatus({ row: { emailConsent, suppression } }: { row: CustomerRow }) {
  if (suppression !== null) return <Status tone="block">Suppressed</Status>;
  if (emailConsent === null) return <Status tone="draft">Never asked</Status>;
  return emailConsent === "granted" ? (
    <Status tone="pass">Agreed</Status>
  ) : (
    <Status tone="block">Withdrawn</Status>
  );
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
    Addresses and numbers are found by the whole value only, because they are stored sealed. Change the search
    or the filters above.
  </Empty>
);
