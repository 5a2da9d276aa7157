"use client";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc";
import { formatCount, formatMoney } from "@/components/ui/format";
import { isOfTouches } from "@/server/domain/decision-set";
import type { DecisionAsk } from "./decision-ask";

/** What the listed decisions add up to, where they are those behind a figure: its two sides can be read off. */
export function BehindFigure({ ask }: { ask: DecisionAsk }) {
  const { among } = ask;
  const trpc = useTRPC();
  const { data } = useQuery(trpc.decision.sums.queryOptions(ask, { enabled: among !== null }));
  if (!among || data === undefined) return null;
  const { people, orders, revenueMinor, currency } = data;
  return (
    <span>
      {" "}
      · {formatCount(people)} {people === 1 ? "person" : "people"}
      {isOfTouches(among) && (
        <>
          {" "}
          · {formatCount(orders)} attributed {orders === 1 ? "order" : "orders"},{" "}
          {formatMoney(revenueMinor, currency)}
        </>
      )}
    </span>
  );
}
