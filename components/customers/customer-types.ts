import type { Answer } from "@/components/api-types";

/** One customer with everything that their page shows. */
export type CustomerDetail = Answer["customer"]["get"];
export type LastDecision = NonNullable<CustomerDetail["lastDecision"]>;
export type NextAction = Answer["customer"]["nextAction"];
export type TimelineEntry = CustomerDetail["timeline"]["rows"][number];

export type CustomerList = Answer["customer"]["list"];
export type CustomerRow = CustomerList["rows"][number];
