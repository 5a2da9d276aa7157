import { block, clear } from "@/server/domain/verdict";
import { guardrail } from "./contract";

/** Nothing goes to an address or a person on a suppression list, whatever the consent says. */
export const suppression = guardrail({
  title: "Suppression list",
  source: "GDPR Art. 21(2)–(3); CAN-SPAM, 15 U.S.C. § 7704(a)(4)",
  reads: ["emailSuppression"],
  check(_draft, { emailSuppression }) {
    return emailSuppression === null ? clear : block("suppression.listed", { reason: emailSuppression });
  },
});
