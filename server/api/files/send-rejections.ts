import { csvLines } from "@/server/domain/intake/csv-cell";
import type { Platform } from "@/server/platform";
import { importRejections } from "@/server/services/import/rejections";
import { contextOf } from "../context";
import { answerRefusal } from "./answer-refusal";
import { streamOf } from "./stream-of";

const PAGE = 5000;

/** The rows that an import refused as a CSV file, page by page as the reader takes it. Cells are harmless in spreadsheets. */
export async function sendRejections(request: Request, id: number, platform: Platform): Promise<Response> {
  try {
    const ctx = await contextOf(request, platform);
    // whoever may not read gets a refusal, not the beginning of a file
    const first = await importRejections(ctx, { id, limit: PAGE });
    const rows = ({ rows }: typeof first) =>
      csvLines(rows.map(({ line, column, reason }) => [line, column, reason]));
    async function* pages() {
      yield `line,column,reason\r\n${rows(first)}`;
      let after = first.next;
      while (after !== null) {
        const page = await importRejections(ctx, { id, after, limit: PAGE });
        yield rows(page);
        after = page.next;
      }
    }
    return new Response(streamOf(pages()), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="import-${id}-rejections.csv"`,
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    return answerRefusal(error);
  }
}
