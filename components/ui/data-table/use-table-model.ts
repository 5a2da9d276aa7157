"use client";
import {
  columnVisibilityFeature,
  createColumnHelper,
  type ReactTable,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo } from "react";
import { useUrlParams } from "../use-url-params";
import type { RowId } from "./row-selection";
import { columnsText, nextSort, shownColumns, type TableColumn } from "./table-column";

const features = tableFeatures({ columnVisibilityFeature, rowSortingFeature });
/** TanStack's table over the rows that are loaded. */
export type TableModel<Row extends object> = ReactTable<typeof features, Row>;
export type ModelRow<Row extends object> = ReturnType<TableModel<Row>["getRowModel"]>["rows"][number];

type Options<Row> = {
  columns: readonly TableColumn<Row>[];
  loaded: readonly Row[];
  idOf: (row: Row) => RowId;
  /** The order in force when the address names none, such as `-spend`. */
  fallbackSort: string;
};

/** Columns, their order of sorting and which are in view: the first two are the table's, the state is the address's. */
export function useTableModel<Row extends object>({ columns, loaded, idOf, fallbackSort }: Options<Row>) {
  const { params, set } = useUrlParams();
  const sort = params.get("sort") ?? fallbackSort;
  const columnsParam = params.get("columns");
  const shown = useMemo(() => shownColumns(columns, columnsParam), [columns, columnsParam]);
  const inView = useMemo(() => columns.filter(({ id }) => shown.has(id)), [columns, shown]);
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>();
    return columns.map((column) =>
      helper.accessor((row): unknown => row, {
        id: column.id,
        header: column.title,
        cell: ({ row }) => column.cell(row.original),
        enableSorting: column.sort !== undefined,
      }),
    );
  }, [columns]);
  const sorted = columns.find((column) => column.sort === sort.replace(/^-/, ""));
  const table = useTable({
    features,
    columns: definitions,
    data: loaded as Row[],
    getRowId: (row) => String(idOf(row)),
    manualSorting: true,
    state: {
      sorting: sorted === undefined ? [] : [{ id: sorted.id, desc: sort.startsWith("-") }],
      columnVisibility: Object.fromEntries(columns.map(({ id }) => [id, shown.has(id)])),
    },
  });
  return {
    table,
    byId: new Map(columns.map((column) => [column.id, column])),
    shown,
    inView,
    sortBy: (column: TableColumn<Row>) => {
      if (column.sort === undefined) return;
      const next = nextSort({ sort: column.sort, numeric: column.numeric ?? false }, sort);
      set({ sort: next === fallbackSort ? null : next });
    },
    showColumn: (id: string, isShown: boolean) => {
      const next = new Set(shown);
      if (isShown) next.add(id);
      else next.delete(id);
      set({ columns: columnsText(columns, next) });
    },
    showUsual: () => set({ columns: null }),
  };
}
