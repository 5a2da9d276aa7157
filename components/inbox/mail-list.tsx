"use client";
import Link from "next/link";
import type { Answer } from "@/components/api-types";
import { useCompany } from "@/components/company";
import { CardFooter } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { Empty } from "@/components/ui/empty";
import { formatInstant } from "@/components/ui/format";
import { type KeyLine, usePageKeys } from "@/components/ui/page-keys";
import { Pagination } from "@/components/ui/pagination";
import { useShortcuts } from "@/components/ui/use-shortcuts";
import { useUrlParams } from "@/components/ui/use-url-params";

type Mails = Answer["inbox"]["list"];
type Props = { mails: Mails; chosen: Mails["rows"][number]["id"] | null; page: number; pageSize: number };

/** Mails, newest first: to whom, about what, when. */
export function MailList({ mails, chosen, page, pageSize }: Props) {
  const { rows, total } = mails;
  useSteps(rows, chosen);
  return (
    <>
      {rows.length === 0 ? (
        <Empty title="Nothing matches">Change the search above.</Empty>
      ) : (
        <ul aria-label="Mails, newest first">
          {rows.map((row) => (
            <Row key={row.id} row={row} isChosen={row.id === chosen} />
          ))}
        </ul>
      )}
      <CardFooter>
        <Pagination page={page} pageSize={pageSize} shown={rows.length} total={total} />
      </CardFooter>
    </>
  );
}

const KEYS: readonly KeyLine[] = [
  [["j"], "Next mail"],
  [["k"], "Mail before"],
];

/** j and k open the next and the previous mail of the page. */
function useSteps(rows: Mails["rows"], chosen: Props["chosen"]) {
  const { params, set } = useUrlParams();
  const step = (by: number) => {
    const at = rows.findIndex(({ id }) => id === chosen);
    const next = at === -1 ? rows[0] : rows[at + by];
    if (next !== undefined) set({ mail: String(next.id), page: params.get("page") });
  };
  usePageKeys(KEYS);
  useShortcuts({ j: () => step(1), k: () => step(-1) });
}

function Row({ row, isChosen }: { row: Mails["rows"][number]; isChosen: boolean }) {
  const { timeZone } = useCompany();
  const { params, hrefWith } = useUrlParams();
  return (
    <li className="not-first:border-t">
      <Link
        href={hrefWith({ mail: String(row.id), page: params.get("page") })}
        scroll={false}
        prefetch={false}
        aria-current={isChosen ? "true" : undefined}
        className={cn(
          "block px-4 py-2.5 focus-visible:-outline-offset-2",
          isChosen ? "bg-accent-soft" : "hover:bg-fill/55",
        )}
      >
        <span className="flex items-baseline justify-between gap-3">
          <span className="min-w-0 truncate text-12 text-ink-3">{row.to}</span>
          <time
            dateTime={row.receivedAt.toISOString()}
            className="shrink-0 text-12 whitespace-nowrap text-ink-3"
          >
            {formatInstant(row.receivedAt, timeZone)}
          </time>
        </span>
        <span className="block truncate font-medium">{row.subject || "No subject"}</span>
      </Link>
    </li>
  );
}
