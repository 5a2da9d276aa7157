import type { Answer } from "@/components/api-types";
import type { OfferTitles } from "@/components/choice-words";
import type { Configuration } from "@/server/domain/settings/configuration";

/** What a campaign's settings are put into words with. */
export type Known = {
  currency: string;
  campaigns: readonly { id: number; name: string }[];
  offers: OfferTitles;
  /** the company's holdout; null until it is here */
  companyHoldout: number | null;
};

type Sources = {
  currency: string;
  choices: Pick<Answer["campaign"]["audienceChoices"], "campaigns">;
  /** undefined until it is here */
  configuration: Pick<Configuration, "offers" | "globalHoldoutShare"> | undefined;
};

export const knownFrom = ({ currency, choices, configuration }: Sources): Known => ({
  currency,
  campaigns: choices.campaigns,
  offers: Object.fromEntries(configuration?.offers.map(({ id, title }) => [id, title]) ?? []),
  companyHoldout: configuration?.globalHoldoutShare ?? null,
});
