"use client";
import { useQuery } from "@tanstack/react-query";
import { whenPageLoaded } from "@/components/ui/when-page-loaded";
import type { Audience } from "@/server/domain/audience";

/** What is not finished in the rules; null where they can be asked, undefined until that is known. */
export const useAudienceProblem = (audience: Audience): string | null | undefined =>
  useQuery({
    queryKey: ["audience-problem", audience],
    queryFn: () => problemIn(audience),
    staleTime: Number.POSITIVE_INFINITY,
  }).data;

/** The schema comes when it is needed: it weighs more than the page. */
async function problemIn(given: Audience): Promise<string | null> {
  await whenPageLoaded();
  const { audience } = await import("@/server/domain/audience");
  return audience.safeParse(given).error?.issues[0]?.message ?? null;
}
