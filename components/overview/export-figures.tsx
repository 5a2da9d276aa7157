"use client";
import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { saveFile } from "@/components/ui/save-file";

type Props = {
  /** null: not there yet */
  csv: string | null;
  period: { from: string; to: string };
};

/** Saves what is shown as CSV. */
export function ExportFigures({ csv, period: { from, to } }: Props) {
  const save = (text: string) =>
    saveFile(`figures ${from} to ${to}.csv`, new Blob([text], { type: "text/csv;charset=utf-8" }));
  return (
    <Button disabled={csv === null} onClick={() => csv !== null && save(csv)}>
      <Download aria-hidden />
      CSV
      <span className="sr-only"> of what is shown</span>
    </Button>
  );
}
