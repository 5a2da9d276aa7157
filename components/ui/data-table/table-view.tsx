"use client";
import { useId, useRef } from "react";
import { cn } from "../cn";
import type { DataTableProps } from "./data-table";
import { isSelected, type RowId } from "./row-selection";
import { DataTableHead } from "./table-head";
import { CHECK_PX, tableWidth } from "./table-layout";
import { TableRows } from "./table-rows";
import { useLatest } from "./use-latest";
import { useRowKeys } from "./use-row-keys";
import { useRowsInView } from "./use-rows-in-view";
import type { useTableModel } from "./use-table-model";

type ViewProps<Row extends object, Id extends RowId> = DataTableProps<Row, Id> &
  ReturnType<typeof useTableModel<Row>>;

/** The rows in view, in a table that scrolls inside its card. */
export function TableView<Row extends object, Id extends RowId>(props: ViewProps<Row, Id>) {
  const { label, rows, idOf, rowHeight = 40, chosen, inView, onOpen } = props;
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const view = useRowsInView(box, rows, rowHeight);
  const toggleAt = useLatest((index: number, asRange: boolean) => {
    const row = rows.rowAt(index);
    if (row !== undefined) chosen?.control.toggle(index, idOf(row), asRange);
  });
  const keys = useRowKeys({
    count: rows.count,
    perScreen: view.perScreen,
    reveal: view.reveal,
    onOpen: (index) => {
      const row = rows.rowAt(index);
      if (row !== undefined) onOpen(row);
    },
    onToggle: chosen && toggleAt,
    onClear: () => chosen?.control.clear(),
  });
  return (
    <div
      ref={box}
      className="relative shade-more min-h-0 flex-1 overflow-auto max-md:max-h-[75dvh] overscroll-contain has-[>table:focus-visible]:outline-2 has-[>table:focus-visible]:-outline-offset-2 has-[>table:focus-visible]:outline-accent"
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows are moved through and chosen by keys
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-multiselectable={chosen !== undefined || undefined}
        aria-rowcount={rows.total === null || rows.more ? -1 : rows.total + 1}
        aria-activedescendant={rows.rowAt(keys.active) && `${id}-${keys.active}`}
        aria-busy={rows.passing || undefined}
        onKeyDown={keys.onKeyDown}
        style={{ minWidth: tableWidth(inView, chosen !== undefined) }}
        className={cn(
          "group/table w-full table-fixed border-collapse transition-opacity focus-visible:outline-none",
          rows.passing && "opacity-60",
        )}
      >
        <colgroup>
          {chosen && <col style={{ width: CHECK_PX }} />}
          {inView.map(({ id, width, grows }) => (
            <col key={id} style={grows ? undefined : { width }} />
          ))}
        </colgroup>
        <DataTableHead {...props} onSort={props.sortBy} check={chosen && checkOf(props, view.items)} />
        <TableRows
          {...props}
          view={view}
          rowHeight={rowHeight}
          idBase={id}
          active={keys.active}
          onPress={keys.setActive}
          onToggle={toggleAt}
        />
      </table>
    </div>
  );
}

/** The head's box speaks for the rows that are drawn. */
function checkOf<Row extends object, Id extends RowId>(
  { rows, idOf, chosen }: Pick<DataTableProps<Row, Id>, "rows" | "idOf" | "chosen">,
  items: readonly { index: number }[],
) {
  const control = chosen?.control;
  const drawn = items.flatMap(({ index }) => {
    const row = rows.rowAt(index);
    return row === undefined ? [] : [idOf(row)];
  });
  const selected = control === undefined ? 0 : drawn.filter((id) => isSelected(control.selection, id)).length;
  return {
    all: drawn.length > 0 && selected === drawn.length,
    some: selected > 0,
    onChange: (on: boolean) => control?.set(drawn, on),
  };
}
