"use client";
import { ChartLine, ImageDown, Table2 } from "lucide-react";
import { type ReactNode, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { saveFile } from "@/components/ui/save-file";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { showToast } from "@/components/ui/toast";
import { pictureOf } from "./picture-of";

export type ChartTable = {
  columns: readonly string[];
  /** The first cell of a row is its head. */
  rows: readonly (readonly string[])[];
};

type ChartFrameProps = {
  /** What is drawn, over which time and people; read out. */
  label: string;
  table: ChartTable;
  legend?: ReactNode;
  /** What a reader must know: an axis that is cut, days that are incomplete. */
  notes?: readonly string[];
  children: ReactNode;
  className?: string | undefined;
};

/** A drawing with its legend, its remarks, and the same figures as a table, one press away. */
export function ChartFrame({ label, table, legend, notes = [], children, className }: ChartFrameProps) {
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  const drawing = useRef<HTMLDivElement>(null);
  return (
    <figure className={cn("grid min-w-0 gap-2", className)}>
      <figcaption className="sr-only">{label}</figcaption>
      <div
        id={id}
        ref={drawing}
        className="min-w-0 overflow-x-clip [&_.recharts-surface]:rounded-sm [&_.recharts-surface:focus-visible]:-outline-offset-2"
      >
        {asTable ? <FiguresTable label={label} table={table} /> : children}
      </div>
      <div className="flex flex-wrap items-center gap-x-3.5 gap-y-1 text-12 text-ink-2">
        {!asTable && legend}
        {notes.map((note) => (
          <span key={note} className="text-ink-3">
            {note}
          </span>
        ))}
        <span className="-my-1 -mr-2 ml-auto flex">
          {!asTable && (
            <Button size="sm" variant="ghost" onClick={() => savePicture(drawing.current, label)}>
              <ImageDown aria-hidden />
              PNG
              <span className="sr-only">: {label}</span>
            </Button>
          )}
          <Button size="sm" variant="ghost" aria-controls={id} onClick={() => setAsTable(!asTable)}>
            {asTable ? <ChartLine aria-hidden /> : <Table2 aria-hidden />}
            {asTable ? "Show as chart" : "Show as table"}
            <span className="sr-only">: {label}</span>
          </Button>
        </span>
      </div>
    </figure>
  );
}

async function savePicture(drawing: HTMLElement | null, label: string): Promise<void> {
  if (drawing === null) return;
  try {
    saveFile(`${label}.png`, await pictureOf(drawing));
  } catch {
    showToast("This browser cannot make a picture of the drawing. Show it as a table instead.", {
      tone: "block",
    });
  }
}

function FiguresTable({ label, table }: { label: string; table: ChartTable }) {
  return (
    <Table label={label} density="dense" scroll="max-h-80" className="max-md:min-w-0">
      <TableHeader>
        <TableRow>
          {table.columns.map((column, index) => (
            <TableHead key={column} numeric={index > 0}>
              {column}
            </TableHead>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {table.rows.map((row) => (
          <TableRow key={row[0]}>
            {row.map((cell, index) => (
              <TableCell key={table.columns[index]} numeric={index > 0}>
                {cell}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** One series in a legend: a line, or a box for bars. */
export function LegendItem({
  color,
  box = false,
  children,
}: {
  color: string;
  box?: boolean;
  children: ReactNode;
}) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <i
        aria-hidden
        className={cn("w-3", box ? "h-[9px] rounded-xs" : "h-0.5 rounded-full")}
        style={{ background: color }}
      />
      {children}
    </span>
  );
}
