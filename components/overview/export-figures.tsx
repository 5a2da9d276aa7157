"use client";
import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { saveFile } from "@/components/ui/save-file";
import { figuresCsv, type ShownFigures } from "./figures-csv";

/** Saves what is shown as CSV. */
export function ExportFigures({ figures }: { figures: ShownFigures }) {
  const { from, to } = figures.overview.period;
  const save = () =>
    saveFile(
      `figures ${from} to ${to}.csv`,
      new Blob([figuresCsv(figures)], { type: "text/csv;charset=utf-8" }),
    );
  return (
    <Button onClick={save}>
      <Download aria-hidden />
      CSV
      <span className="sr-only"> of what is shown</span>
    </Button>
  );
}
