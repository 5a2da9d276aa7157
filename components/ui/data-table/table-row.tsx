"use client";
import { flexRender } from "@tanstack/react-table";
import { type MouseEvent, memo } from "react";
import { cn } from "../cn";
import { Skeleton } from "../skeleton";
import { TableCheck } from "./table-check";
import type { TableColumn } from "./table-column";
import { stuckClass } from "./table-layout";
import type { ModelRow } from "./use-table-model";

const cellClass = "overflow-hidden border-b px-2.5 text-ellipsis whitespace-nowrap first:pl-4 last:pr-4";

type RowProps<Row extends object> = {
  row: ModelRow<Row>;
  /** The columns in view: a row is drawn anew when they change. */
  columns: readonly TableColumn<Row>[];
  index: number;
  id: string;
  height: number;
  label: string;
  /** Undefined: rows cannot be chosen. */
  selected: boolean | undefined;
  active: boolean;
  onPress: (index: number) => void;
  onToggle: (index: number, asRange: boolean) => void;
};

function PlainRow<Row extends object>(props: RowProps<Row>) {
  const { row, columns, index, id, height, label, selected, active, onPress, onToggle } = props;
  return (
    <tr
      id={id}
      aria-rowindex={index + 2}
      aria-selected={selected}
      onClick={() => onPress(index)}
      style={{ height }}
      className={cn(
        "group/row",
        selected ? "[&>td]:bg-accent-soft" : "hover:[&>td]:bg-fill",
        active &&
          "group-focus-visible/table:outline-2 group-focus-visible/table:-outline-offset-2 group-focus-visible/table:outline-accent",
      )}
    >
      {selected !== undefined && (
        <td className={cellClass}>
          <TableCheck
            label={`Select ${label}`}
            checked={selected}
            tabIndex={active ? 0 : -1}
            onClick={(event: MouseEvent) => onToggle(index, event.shiftKey)}
            readOnly
          />
        </td>
      )}
      {row.getVisibleCells().map((cell, i) => {
        const column = columns[i];
        return (
          <td key={cell.id} className={cn(cellClass, column?.numeric && "text-right", i === 0 && stuckClass)}>
            {flexRender(cell.column.columnDef.cell, cell.getContext())}
          </td>
        );
      })}
    </tr>
  );
}

/** One row, drawn anew only when something of it changed. */
export const DataTableRow = memo(PlainRow) as typeof PlainRow;

type WaitingProps = { index: number; height: number; columns: number };

/** A row that is on its way, at its final height. */
export const WaitingRow = memo(function WaitingRow({ index, height, columns }: WaitingProps) {
  return (
    <tr aria-rowindex={index + 2} aria-busy style={{ height }}>
      {Array.from({ length: columns }, (_cell, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the cells are all alike and never move
        <td key={i} className={cellClass}>
          <Skeleton className={i === 1 ? "w-32 max-w-full" : "w-12 max-w-full"} />
        </td>
      ))}
    </tr>
  );
});

/** The room of rows that are out of view. */
export function SpacerRow({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={columns} style={{ height, padding: 0 }} />
    </tr>
  );
}
