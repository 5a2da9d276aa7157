import { createHash } from "node:crypto";
import { armsFor } from "@/server/domain/arm";
import { canonical } from "@/server/domain/canonical";
import type { CopyBrief } from "@/server/domain/copy/copy-brief";
import { EMAIL_WORDS, type Language } from "@/server/domain/copy/email-words";
import type { Piece } from "@/server/store/creatives.sql";
import type { StoredRun } from "@/server/store/runs";
import { piecesFor } from "./pieces-for";
import type { RunSettings } from "./settings-of";

/** The documents that words are made from. */
export type WritingSettings = Pick<RunSettings, "campaign" | "configuration" | "brand" | "company">;
export type Briefed = { piece: Piece; brief: CopyBrief };

/** What has to be written for a run, by a hash (hex) of everything that the words and their layout are made from. */
export function briefsOf(
  run: Pick<StoredRun, "campaignId">,
  { campaign, configuration, brand, company }: WritingSettings,
  spoken: readonly string[],
): Map<string, Briefed> {
  const languages = [...new Set([company.language, ...spoken.filter(isWritten)])];
  const pieces = piecesFor(campaign, configuration, armsFor(campaign, configuration), languages);
  return new Map(
    pieces.map((piece) => {
      const { offerId, language, ...rest } = piece;
      const brief: CopyBrief = {
        ...rest,
        campaignId: run.campaignId,
        goal: campaign.goal,
        brief: campaign.brief,
        offer: configuration.offers.find(({ id }) => id === offerId) ?? null,
        language: isWritten(language) ? language : company.language,
        brand,
        company,
      };
      return [madeFrom(brief), { piece, brief }];
    }),
  );
}

const isWritten = (language: string): language is Language => Object.hasOwn(EMAIL_WORDS, language);

/** Of sender and offer only what is read: a new cool-down needs no new words. */
function madeFrom({ offer, company, ...rest }: CopyBrief): string {
  const { name, currency, postalAddress, websiteUrl } = company;
  const given =
    offer === null
      ? null
      : { id: offer.id, title: offer.title, kind: offer.kind, value: offer.value, code: offer.code };
  const inputs = { ...rest, offer: given, company: { name, currency, postalAddress, websiteUrl } };
  return createHash("sha256").update(canonical(inputs)).digest("hex");
}
