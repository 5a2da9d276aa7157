"use client";
import { useQuery } from "@tanstack/react-query";
import { useCompany } from "@/components/company";
import { useTRPC } from "@/components/trpc";
import type { Configuration } from "@/server/domain/settings/configuration";
import { type Known, knownFrom } from "./known";
import { useAudienceChoices } from "./use-audience-choices";

export function useKnown(): Known {
  const { currency } = useCompany();
  return knownFrom({ currency, choices: useAudienceChoices(), configuration: useConfiguration() });
}

/** The configuration in force; undefined until it is here. */
export function useConfiguration(): Configuration | undefined {
  const { data } = useQuery(useTRPC().settings.current.queryOptions({ kind: "configuration" }));
  // the router answers every kind of document; this one was asked for
  return data?.body as Configuration | undefined;
}
