import type { Answer } from "@/components/api-types";
import { formatCount, formatMoney } from "@/components/ui/format";
import type { Tone } from "@/components/ui/tone";

type Followed = NonNullable<Answer["decision"]["list"]["rows"][number]["followed"]>;

/** The furthest that a message led: `1 order, $42.00`. */
export function followedWords(
  { opened, clicked, orders, revenueMinor }: Omit<Followed, "leftAt">,
  currency: string,
): { tone: Tone; words: string } {
  if (orders > 0)
    return {
      tone: "pass",
      words: `${formatCount(orders)} ${orders === 1 ? "order" : "orders"}, ${formatMoney(revenueMinor, currency)}`,
    };
  if (clicked) return { tone: "info", words: "Clicked" };
  return opened ? { tone: "info", words: "Opened" } : { tone: "neutral", words: "Left" };
}
