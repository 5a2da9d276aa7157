"use client";
import { Columns3 } from "lucide-react";
import { Button } from "../button";
import {
  DropdownMenu,
  DropdownMenuCheckboxItem,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "../dropdown-menu";
import type { TableColumn } from "./table-column";

type ColumnMenuProps<Row> = {
  columns: readonly TableColumn<Row>[];
  shown: ReadonlySet<string>;
  onShow: (id: string, isShown: boolean) => void;
  onUsual: () => void;
};

/** Which columns a table shows; the choice lives in the address, and with it in a saved view. */
export function ColumnMenu<Row>({ columns, shown, onShow, onUsual }: ColumnMenuProps<Row>) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button>
          <Columns3 aria-hidden />
          Columns
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent className="max-h-[60vh] overflow-y-auto">
        <DropdownMenuLabel>Shown</DropdownMenuLabel>
        {columns
          .filter(({ always }) => !always)
          .map(({ id, title }) => (
            <DropdownMenuCheckboxItem
              key={id}
              checked={shown.has(id)}
              onCheckedChange={(checked) => onShow(id, checked)}
            >
              {title}
            </DropdownMenuCheckboxItem>
          ))}
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={onUsual}>The usual columns</DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
