import { block, clear } from "@/server/domain/verdict";
import { guardrail } from "./contract";

/** Every marketing email carries a working way out, in the HTML and in the text part. */
export const unsubscribeLink = guardrail({
  title: "Unsubscribe link",
  source: "CAN-SPAM, 15 U.S.C. § 7704(a)(3), (5)(A)(ii); RFC 8058; Gmail and Yahoo bulk sender rules (2024)",
  reads: [],
  check({ hasUnsubscribe }) {
    return hasUnsubscribe === true ? clear : block("unsubscribe.missing");
  },
});
