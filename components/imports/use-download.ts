"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Answer } from "@/components/api-types";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { csvLines } from "@/server/domain/intake/csv-cell";

type Place = Answer["import"]["rejections"]["next"];
const PAGE_ROWS = 5_000;

/** Gathers all refused rows of an import, page by page, and hands them to the browser as a CSV file. */
export function useDownload(importId: number) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const download = async () => {
    setPending(true);
    setProblem(null);
    const parts = [csvLines([["line", "column", "reason"]])];
    try {
      let after: Place = null;
      do {
        const page: Answer["import"]["rejections"] = await queries.fetchQuery(
          trpc.import.rejections.queryOptions({ id: importId, after, limit: PAGE_ROWS }),
        );
        parts.push(csvLines(page.rows.map(({ line, column, reason }) => [line, column, reason])));
        after = page.next;
      } while (after !== null);
      save(new Blob(parts, { type: "text/csv" }), `import-${importId}-refused.csv`);
    } catch (error) {
      setProblem(error instanceof Error ? refusalText(error) : "The list could not be fetched.");
    } finally {
      setPending(false);
    }
  };
  return { download, pending, problem };
}

function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
