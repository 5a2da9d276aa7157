import { Star } from "lucide-react";
import type { CompanyContext } from "@/components/company";
import { Badge } from "@/components/ui/badge";
import type { TableColumn } from "@/components/ui/data-table/table-column";
import { formatCount, formatInstant, formatMoney } from "@/components/ui/format";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import { countryName } from "./country-name";
import type { CustomerRow } from "./customer-types";

/** What a customer is called in a list. */
export const customerName = (row: CustomerRow): string => row.name ?? `Customer ${row.id}`;

/** The columns of the list of customers. */
export function customerColumns({
  currency,
  timeZone,
}: Pick<CompanyContext, "currency" | "timeZone">): readonly TableColumn<CustomerRow>[] {
  return [
    {
      id: "name",
      title: "Customer",
      width: 200,
      grows: true,
      always: true,
      cell: (row) => (
        <>
          <TextLink look="name" href={`/customers/${row.id}`} prefetch={false}>
            {customerName(row)}
          </TextLink>{" "}
          {row.vip && (
            <Badge>
              <Star aria-hidden /> VIP
            </Badge>
          )}
        </>
      ),
    },
    { id: "number", title: "Number", width: 90, numeric: true, startsHidden: true, cell: (row) => row.id },
    {
      id: "country",
      title: "Country",
      width: 140,
      cell: (row) => (row.country === null ? "–" : countryName(row.country)),
    },
    { id: "consent", title: "Email", width: 130, cell: (row) => <ConsentStatus row={row} /> },
    {
      id: "orders",
      title: "Orders",
      width: 90,
      numeric: true,
      sort: "orders",
      cell: (row) => formatCount(row.orders),
    },
    {
      id: "spend",
      title: "Spent in all",
      width: 120,
      numeric: true,
      sort: "spend",
      cell: (row) => formatMoney(row.spendMinor, currency),
    },
    {
      id: "last-order",
      title: "Last order",
      width: 120,
      numeric: true,
      sort: "lastOrder",
      cell: (row) => (row.lastOrderAt === null ? "Never" : formatInstant(row.lastOrderAt, timeZone, "date")),
    },
    {
      id: "since",
      title: "Since",
      width: 120,
      numeric: true,
      sort: "created",
      cell: (row) => formatInstant(row.createdAt, timeZone, "date"),
    },
  ];
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
