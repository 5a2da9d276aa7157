"use client";
import type { ReactNode } from "react";
import { Card, CardFooter } from "../card";
import { ErrorState } from "../error-state";
import { formatCount } from "../format";
import { ColumnMenu } from "./column-menu";
import { countSelected, type RowId } from "./row-selection";
import { SelectionBar } from "./selection-bar";
import type { TableColumn } from "./table-column";
import { TableTools } from "./table-tools";
import { TableView } from "./table-view";
import type { ListedRows } from "./use-listed-rows";
import type { RowSelectionControl } from "./use-row-selection";
import { useTableModel } from "./use-table-model";

export type DataTableProps<Row extends object, Id extends RowId> = {
  /** What the rows are: “Customers”; read out with the table. */
  label: string;
  /** One and many of them: “customer”, “customers”. */
  noun: readonly [one: string, many: string];
  columns: readonly TableColumn<Row>[];
  rows: ListedRows<Row>;
  idOf: (row: Row) => Id;
  /** What a row is called when it is chosen. */
  nameOf: (row: Row) => string;
  /** What enter does with the row that the keys are at. */
  onOpen: (row: Row) => void;
  fallbackSort?: string;
  rowHeight?: number;
  /** Above the rows, in view on a phone too. */
  search: ReactNode;
  /** Beside it; on a phone behind a button. */
  filters: ReactNode;
  /** Beside the column menu: saved views. */
  views?: ReactNode;
  /** Behind the count: what the rows add up to. */
  note?: ReactNode;
  /** Instead of rows, where there are none. */
  empty: ReactNode;
  /** With it rows can be chosen; `actions` are what can be done with the chosen. */
  chosen?: { control: RowSelectionControl<Id>; actions: ReactNode } | undefined;
};

/**
 * A list of any length: sorted and narrowed by the address, drawn and loaded where it is looked at. Columns come and go,
 * rows are chosen with the mouse or the keys.
 */
export function DataTable<Row extends object, Id extends RowId>(props: DataTableProps<Row, Id>) {
  const { columns, rows, idOf, fallbackSort = "", empty, chosen } = props;
  const model = useTableModel({ columns, loaded: rows.loaded, idOf, fallbackSort });
  const failed = rows.problem !== null && rows.count === 0;
  return (
    <Card className="flex flex-col md:max-h-[max(32rem,calc(100dvh-var(--frame-top)-8.5rem))]">
      <TableTools
        search={props.search}
        filters={props.filters}
        views={props.views}
        columnMenu={
          <ColumnMenu
            columns={columns}
            shown={model.shown}
            onShow={model.showColumn}
            onUsual={model.showUsual}
          />
        }
      />
      {rows.problem !== null && (
        <ErrorState title="Not all rows could be loaded" onRetry={rows.retry} className="m-3">
          What is shown stays as it is; the filters are kept.
        </ErrorState>
      )}
      {rows.count === 0 && !failed && !rows.passing ? empty : <TableView {...props} {...model} />}
      <CardFooter className="min-h-[47px] shrink-0">
        {chosen && (countSelected(chosen.control.selection, rows.total) ?? 1) > 0 ? (
          <SelectionBar {...chosen} total={rows.total} more={rows.more} noun={props.noun} />
        ) : (
          <span role="status">
            {countWords(rows, props.noun)}
            {props.note}
          </span>
        )}
      </CardFooter>
    </Card>
  );
}

function countWords(rows: ListedRows<unknown>, [one, many]: readonly [string, string]) {
  const { count, total, more, passing } = rows;
  if (passing || (total === null && count === 0)) return "Looking…";
  if (total === null) return `More than ${formatCount(count)} ${many}, counting…`;
  if (more) return `The first ${formatCount(total)} ${many} of more: narrow the list to see the others`;
  return total === 1 ? `1 ${one}` : `${formatCount(total)} ${many}`;
}
