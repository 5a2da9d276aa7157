"use client";
import type { DataTableProps } from "./data-table";
import { isSelected, type RowId } from "./row-selection";
import { DataTableRow, SpacerRow, WaitingRow } from "./table-row";
import type { useRowsInView } from "./use-rows-in-view";
import type { useTableModel } from "./use-table-model";

type RowsProps<Row extends object, Id extends RowId> = Pick<
  DataTableProps<Row, Id>,
  "rows" | "idOf" | "nameOf" | "chosen"
> &
  Pick<ReturnType<typeof useTableModel<Row>>, "table" | "inView"> & {
    view: ReturnType<typeof useRowsInView>;
    rowHeight: number;
    /** What the rows' ids begin with. */
    idBase: string;
    active: number;
    onPress: (index: number) => void;
    onToggle: (index: number, asRange: boolean) => void;
  };

/** The rows in view, and the room of the others. */
export function TableRows<Row extends object, Id extends RowId>(props: RowsProps<Row, Id>) {
  const { rows, idOf, nameOf, chosen, table, inView, view, rowHeight, idBase, active } = props;
  const cells = inView.length + (chosen ? 1 : 0);
  const { rowsById } = table.getRowModel();
  return (
    <tbody>
      <SpacerRow height={view.before} columns={cells} />
      {view.items.map(({ index }) => {
        const row = rows.rowAt(index);
        const modelRow = row && rowsById[String(idOf(row))];
        if (row === undefined || modelRow === undefined)
          return <WaitingRow key={index} index={index} height={rowHeight} columns={cells} />;
        return (
          <DataTableRow
            key={index}
            row={modelRow}
            columns={inView}
            index={index}
            id={`${idBase}-${index}`}
            height={rowHeight}
            label={nameOf(row)}
            selected={chosen && isSelected(chosen.control.selection, idOf(row))}
            active={index === active}
            onPress={props.onPress}
            onToggle={props.onToggle}
          />
        );
      })}
      <SpacerRow height={view.after} columns={cells} />
    </tbody>
  );
}
