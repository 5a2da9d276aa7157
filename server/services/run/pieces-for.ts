import { type Arm, offerFits } from "@/server/domain/arm";
import type { CampaignBody } from "@/server/domain/campaign";
import type { Configuration } from "@/server/domain/settings/configuration";
import { chooseSegmentor } from "@/server/pipeline/choose-segmentor";
import { segmentorOf } from "@/server/segmentors";
import type { Piece } from "@/server/store/creatives.sql";

/** Every piece that a run may need: segment × arm that fits it × variant × language. No segmentor for the goal: none. */
export function piecesFor(
  campaign: CampaignBody,
  configuration: Configuration,
  arms: readonly Arm[],
  languages: readonly string[],
): Piece[] {
  const segmentor = segmentorOf(chooseSegmentor(campaign.goal, configuration) ?? "");
  const segments = Object.keys(segmentor?.segments ?? {});
  const fits = (arm: Arm, segment: string) => {
    const offer = configuration.offers.find(({ id }) => id === arm.offerId);
    return offer === undefined || offerFits(offer, segment);
  };
  return segments.flatMap((segment) =>
    arms
      .filter((arm) => fits(arm, segment))
      .flatMap((arm) =>
        campaign.variants.flatMap((variant) =>
          languages.map((language) => ({ segment, ...arm, variant, language })),
        ),
      ),
  );
}
