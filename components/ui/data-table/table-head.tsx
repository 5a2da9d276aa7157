"use client";
import { ArrowDown, ArrowUp } from "lucide-react";
import { cn } from "../cn";
import { tableHeadClass } from "../table";
import { TableCheck } from "./table-check";
import type { TableColumn } from "./table-column";
import { CHECK_PX, stuckClass } from "./table-layout";
import type { TableModel } from "./use-table-model";

type HeadProps<Row extends object> = {
  table: TableModel<Row>;
  byId: ReadonlyMap<string, TableColumn<Row>>;
  onSort: (column: TableColumn<Row>) => void;
  /** Of the rows in view; undefined: rows cannot be chosen. */
  check: { all: boolean; some: boolean; onChange: (selected: boolean) => void } | undefined;
};

/** The head of a DataTable: it stays in view, and sorts. */
export function DataTableHead<Row extends object>({ table, byId, onSort, check }: HeadProps<Row>) {
  return (
    <thead className="sticky top-0 z-10 bg-surface shadow-[inset_0_-1px_0_var(--color-line)]">
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id} aria-rowindex={1}>
          {check && (
            <th scope="col" className={cn(tableHeadClass, "pl-4")} style={{ width: CHECK_PX }}>
              <TableCheck
                label="Select the rows in view"
                checked={check.all}
                some={check.some && !check.all}
                onChange={(event) => check.onChange(event.target.checked)}
              />
            </th>
          )}
          {group.headers.map((header, i) => {
            const column = byId.get(header.column.id);
            if (column === undefined) return null;
            return (
              <th
                key={header.id}
                scope="col"
                aria-sort={SORTED[String(header.column.getIsSorted())]}
                className={cn(
                  tableHeadClass,
                  "overflow-hidden",
                  column.numeric && "text-right",
                  i === 0 && stuckClass,
                  i === 0 && "max-md:shadow-[inset_0_-1px_0_var(--color-line)]",
                )}
              >
                {column.sort === undefined ? (
                  column.title
                ) : (
                  <SortButton column={column} direction={header.column.getIsSorted()} onSort={onSort} />
                )}
              </th>
            );
          })}
        </tr>
      ))}
    </thead>
  );
}

const SORTED: Readonly<Record<string, "ascending" | "descending">> = { asc: "ascending", desc: "descending" };

type SortButtonProps<Row> = {
  column: TableColumn<Row>;
  direction: false | "asc" | "desc";
  onSort: (column: TableColumn<Row>) => void;
};

function SortButton<Row>({ column, direction, onSort }: SortButtonProps<Row>) {
  const Arrow = direction === "asc" ? ArrowUp : ArrowDown;
  return (
    <button
      type="button"
      onClick={() => onSort(column)}
      className={cn(
        // a block: in a line of text it would stand a pixel off the heads beside it
        "group flex max-w-full items-center gap-1 rounded-sm font-medium hover:text-ink focus-visible:-outline-offset-2",
        column.numeric && "ml-auto flex-row-reverse",
        direction && "text-ink",
      )}
    >
      <span className="truncate">{column.title}</span>
      <Arrow
        aria-hidden
        className={cn(
          "size-3 shrink-0",
          direction === false && "opacity-0 group-hover:opacity-60 group-focus-visible:opacity-60",
        )}
      />
    </button>
  );
}
