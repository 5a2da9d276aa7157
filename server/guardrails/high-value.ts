import { clear, doubt } from "@/server/domain/verdict";
import { guardrail } from "./contract";

/**
 * Customers who matter most are not written to without a person's look: VIPs, and who spent much in the last 365 days.
 * Orders in another currency cannot be compared with the limit, so they are a doubt too.
 */
export const highValue = guardrail({
  title: "VIP or high value",
  source: "the company’s policy: a person looks at messages to high-value customers",
  reads: ["vip", "spend365Minor", "foreignOrders365"],
  check(_draft, { vip, spend365Minor, foreignOrders365 }, policy) {
    const { reviewVip, spend365Minor: limit } = policy.highValue;
    if (reviewVip && vip !== false) return doubt("high-value.vip");
    if (!(spend365Minor < limit)) return doubt("high-value.spend", { spend365Minor, limit });
    return foreignOrders365 === 0 ? clear : doubt("high-value.foreign", { foreignOrders365 });
  },
});
