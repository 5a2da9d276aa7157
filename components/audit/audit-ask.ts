import type { Ask } from "@/components/api-types";
import { dayInAddress } from "@/components/day-in-address";

export type AuditAsk = Ask["audit"]["places"];

/** An address's query, on the server and in the browser. */
type Params = { get: (name: string) => string | null };

/** What the list is asked for, by the address. An entity is `review` or `review 12`; days are the company's. */
export function auditAsk(params: Params, timeZone: string): AuditAsk {
  const [type = "", id = ""] = (params.get("entity") ?? "").trim().split(/\s+/, 2);
  return {
    action: params.get("action")?.trim().slice(0, 60) || null,
    actor: params.get("actor")?.trim().slice(0, 60) || null,
    entityType: type.slice(0, 40) || null,
    entityId: id.slice(0, 60) || null,
    from: dayInAddress(params.get("from"), timeZone),
    to: dayInAddress(params.get("to"), timeZone, 1),
  };
}
