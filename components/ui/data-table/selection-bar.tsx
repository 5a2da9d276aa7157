"use client";
import type { ReactNode } from "react";
import { Button } from "../button";
import { formatCount } from "../format";
import { countSelected, type RowId } from "./row-selection";
import type { RowSelectionControl } from "./use-row-selection";

type SelectionBarProps<Id extends RowId> = {
  control: RowSelectionControl<Id>;
  actions: ReactNode;
  total: number | null;
  more: boolean;
  noun: readonly [one: string, many: string];
};

/** How many rows are chosen, and what can be done with them. */
export function SelectionBar<Id extends RowId>({
  control,
  actions,
  total,
  more,
  noun,
}: SelectionBarProps<Id>) {
  const { selection } = control;
  const count = countSelected(selection, total);
  const all = selection.kind === "all" && selection.except.size === 0;
  const many = total === null ? "" : ` ${formatCount(total)}${more ? "+" : ""}`;
  return (
    <div className="flex w-full flex-wrap items-center gap-2">
      <span role="status" className="font-medium text-ink">
        {count === null ? "All" : `${formatCount(count)}${more && selection.kind === "all" ? "+" : ""}`}{" "}
        {count === 1 ? noun[0] : noun[1]} selected
      </span>
      {!all && (
        <Button size="sm" variant="ghost" onClick={control.selectAll}>
          Select all{many} that match
        </Button>
      )}
      <Button size="sm" variant="ghost" onClick={control.clear}>
        Clear
      </Button>
      <span className="ml-auto flex flex-wrap gap-2">{actions}</span>
    </div>
  );
}
