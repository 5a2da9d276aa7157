"use client";
import { Columns3 } from "lucide-react";
import { Button } from "../button";
import { Menu, type MenuEntry } from "../menu";
import type { TableColumn } from "./table-column";

type ColumnMenuProps<Row> = {
  columns: readonly TableColumn<Row>[];
  shown: ReadonlySet<string>;
  onShow: (id: string, isShown: boolean) => void;
  onUsual: () => void;
};

/** Which columns a table shows; the choice lives in the address, and with it in a saved view. */
export function ColumnMenu<Row>({ columns, shown, onShow, onUsual }: ColumnMenuProps<Row>) {
  const own = columns.filter(({ always }) => !always);
  return (
    <Menu
      label="Columns"
      className="max-h-[60vh] overflow-y-auto"
      button={(props) => (
        <Button {...props}>
          <Columns3 aria-hidden />
          Columns
        </Button>
      )}
      entries={[
        { kind: "heading", text: "Shown" },
        ...own.map(
          ({ id, title }): MenuEntry => ({
            kind: "tick",
            key: id,
            label: title,
            isTicked: shown.has(id),
            tick: (ticked) => onShow(id, ticked),
          }),
        ),
        { kind: "line" },
        { kind: "action", key: "usual columns", label: "The usual columns", run: onUsual },
      ]}
    />
  );
}
