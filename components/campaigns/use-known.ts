"use client";
import { useQuery } from "@tanstack/react-query";
import type { OfferTitles } from "@/components/choice-words";
import { useCompany } from "@/components/company";
import { useTRPC } from "@/components/trpc";
import type { Configuration } from "@/server/domain/settings/configuration";
import { useAudienceChoices } from "./use-audience-choices";

/** What a campaign's settings are put into words with. */
export type Known = {
  currency: string;
  campaigns: readonly { id: number; name: string }[];
  offers: OfferTitles;
  /** the company's holdout; null until it is here */
  companyHoldout: number | null;
};

export function useKnown(): Known {
  const { currency } = useCompany();
  const { campaigns } = useAudienceChoices();
  const configuration = useConfiguration();
  return {
    currency,
    campaigns,
    offers: Object.fromEntries(configuration?.offers.map(({ id, title }) => [id, title]) ?? []),
    companyHoldout: configuration?.globalHoldoutShare ?? null,
  };
}

/** The configuration in force; undefined until it is here. */
export function useConfiguration(): Configuration | undefined {
  const { data } = useQuery(useTRPC().settings.current.queryOptions({ kind: "configuration" }));
  // the router answers every kind of document; this one was asked for
  return data?.body as Configuration | undefined;
}
