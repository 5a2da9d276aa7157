import type { CampaignBody } from "./campaign";
import type { ActionKind, Channel } from "./goal";
import type { Configuration, Offer } from "./settings/configuration";

/** One way to act: an action with its offer on a channel. With a variant of the words it is a candidate. */
export type Arm = { action: ActionKind; offerId: string | null; channel: Channel };

/** The offers that a campaign may make: active, meant for its goal, and among those it names (none named: all). */
export const offersFor = (campaign: CampaignBody, configuration: Configuration): readonly Offer[] =>
  configuration.offers.filter(
    ({ id, active, goals }) =>
      active &&
      goals.includes(campaign.goal) &&
      (campaign.offerIds.length === 0 || campaign.offerIds.includes(id)),
  );

/** Every way to act that campaign and configuration both allow; channels in the configuration's order of priority. */
export function armsFor(campaign: CampaignBody, configuration: Configuration): readonly Arm[] {
  const allowed = configuration.goals[campaign.goal].actions;
  const actions = campaign.actions.filter((action) => allowed.includes(action));
  const channels = configuration.channelPriority.filter((channel) => campaign.channels.includes(channel));
  const offerIds = offersFor(campaign, configuration).map(({ id }) => id);
  return channels.flatMap((channel) =>
    actions.flatMap((action): Arm[] =>
      action === "offer"
        ? offerIds.map((offerId) => ({ action, offerId, channel }))
        : [{ action, offerId: null, channel }],
    ),
  );
}

/** Whether an offer may be made to a segment. */
export const offerFits = ({ segments }: Offer, segment: string): boolean =>
  segments.length === 0 || segments.includes(segment);
