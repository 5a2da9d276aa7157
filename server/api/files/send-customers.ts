import { csvLines } from "@/server/domain/intake/csv-cell";
import { problemInJson } from "@/server/domain/plain-json";
import { Refusal } from "@/server/errors";
import type { Platform } from "@/server/platform";
import { beginExport, exportPage } from "@/server/services/customer/export";
import { cappedText } from "../capped-text";
import { contextOf } from "../context";
import { isFromUs } from "../handle-request";
import { answerRefusal } from "./answer-refusal";
import { streamOf } from "./stream-of";

const PAGE = 500;
const MAX_BODY_BYTES = 200_000;

const HEAD = [
  "customer",
  "company_number",
  "email",
  "first_name",
  "last_name",
  "country",
  "language",
  "vip",
  "email_consent",
  "suppressed",
  "orders",
  "spend_minor",
  "last_order",
  "since",
];

type Row = Awaited<ReturnType<typeof exportPage>>[number];
const day = (ms: number | null) => (ms === null ? "" : new Date(ms).toISOString());

const cells = ({ id, known, person }: Row): (string | number)[] => [
  id,
  person?.userId ?? "",
  person?.email ?? "",
  person?.firstName ?? "",
  person?.lastName ?? "",
  known.country ?? "",
  known.language ?? "",
  known.vip ? "yes" : "no",
  known.emailConsent ?? "never asked",
  known.emailSuppression ?? "",
  known.orders,
  known.spendMinor,
  day(known.lastOrderMs),
  day(known.createdMs),
];

/**
 * Chosen customers as a CSV file, read page by page as the browser takes it: a POST of the selection as JSON, from one of
 * our own pages. The audit has its entry before the first byte leaves. Cells are harmless in spreadsheets.
 */
export async function sendCustomers(
  request: Request,
  { platform, origins }: { platform: Platform; origins: readonly string[] },
): Promise<Response> {
  try {
    if (!isFromUs(request, origins))
      throw new Refusal("FORBIDDEN", `origin: open the console at ${origins[0]}`);
    const ctx = await contextOf(request, platform);
    const { ids } = await beginExport(ctx, await bodyOf(request));
    async function* pages() {
      yield csvLines([HEAD]);
      for (let i = 0; i < ids.length; i += PAGE)
        yield csvLines((await exportPage(ctx, { ids: ids.slice(i, i + PAGE) })).map(cells));
    }
    return new Response(streamOf(pages()), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="customers.csv"',
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    return answerRefusal(error);
  }
}

async function bodyOf(request: Request): Promise<Parameters<typeof beginExport>[1]> {
  const text = await cappedText(request, MAX_BODY_BYTES);
  if (typeof text !== "string") throw new Refusal("BAD_REQUEST", `body: ${text.reason}`);
  const problem = problemInJson(text);
  if (problem !== null) throw new Refusal("BAD_REQUEST", `body: ${problem}`);
  return JSON.parse(text);
}
