import { clear, doubt } from "@/server/domain/verdict";
import { guardrail } from "./contract";

/** Customers who matter most are not written to without a person's look: VIPs, and who spent much in the last 365 days. */
export const highValue = guardrail({
  title: "VIP or high value",
  source: "design §5.4: high-value customers are escalated",
  reads: ["vip", "spend365Minor"],
  check(_draft, { vip, spend365Minor }, policy) {
    const { reviewVip, spend365Minor: limit } = policy.highValue;
    if (reviewVip && vip !== false) return doubt("high-value.vip");
    return spend365Minor < limit ? clear : doubt("high-value.spend", { spend365Minor, limit });
  },
});
