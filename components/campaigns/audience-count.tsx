"use client";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Figure } from "@/components/ui/figure";
import { formatCount, formatPercent } from "@/components/ui/format";
import { Skeleton } from "@/components/ui/skeleton";
import { useSettled } from "@/components/ui/use-settled";
import type { Audience } from "@/server/domain/audience";
import { staleClass } from "./stale-class";
import { useAudienceProblem } from "./use-audience-problem";

/** How many people match the rules now, of all customers. */
export function AudienceCount({ audience }: { audience: Audience }) {
  const trpc = useTRPC();
  const settled = useSettled(audience, 250);
  const problem = useAudienceProblem(settled);
  const { data, error, isPlaceholderData } = useQuery({
    ...trpc.campaign.previewAudience.queryOptions({ audience: settled }, { placeholderData: (old) => old }),
    enabled: problem === null, // a rule may be half made
  });
  return (
    <Card>
      <CardHeader title="Match now" />
      <CardBody>
        {error ? (
          <Callout tone="block" role="alert">
            The audience could not be counted: {error.message}
          </Callout>
        ) : data === undefined ? (
          <Skeleton className="h-[62px] w-32" />
        ) : (
          <p aria-live="polite" className={staleClass(isPlaceholderData)}>
            <Figure value={data.count} format={{ kind: "count" }} size="xl" />
            <span className="sr-only"> people now</span>
            <span className="block text-12 text-ink-3">
              {data.customers > 0 && `${formatPercent(data.count / data.customers)} `}
              of {formatCount(data.customers)} customers
            </span>
          </p>
        )}
      </CardBody>
    </Card>
  );
}
