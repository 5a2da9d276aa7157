import type { BounceReport } from "./bounce-report";
import { readWebhook } from "./read-webhook";

/**
 * A provider's event that came by mail, as Amazon's notification service can send it: the text begins with the event as
 * JSON. Null where it does not. Relays cut lines of more than 998 characters with "!" (sendmail), which is undone.
 */
export function eventInText(notice: string): BounceReport | null {
  const text = notice.trimStart().replace(/!\n[ \t]/g, "");
  if (!text.startsWith("{")) return null;
  // what follows the event, if anything does, says how to leave the list
  const ends = [text.search(/\n--\s*\n/), text.lastIndexOf("}") + 1].filter((at) => at > 0);
  const reports = ends.flatMap((end) => reportOf(text.slice(0, end)));
  return reports.find(({ kind }) => kind !== "none") ?? null;
}

function reportOf(text: string): BounceReport[] {
  try {
    return [readWebhook(JSON.parse(text))];
  } catch {
    return []; // a SyntaxError: it ends elsewhere, or is no JSON
  }
}
