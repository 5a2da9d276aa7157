import { audienceSentence } from "@/components/audience-sentence";
import { CHANNEL_TITLES } from "@/components/choice-words";
import { formatCount, formatMoney } from "@/components/ui/format";
import type { CampaignBody } from "@/server/domain/campaign";
import { ACTION_WORDS, AUTONOMY_WORDS, GOAL_WORDS, SEND_TIME_WORDS } from "./campaign-words";
import { holdoutWords, shareWords } from "./holdout-words";
import type { Known } from "./known";

/** Everything that a version of a campaign says, a line each: for reading and for comparing two of them. */
export function bodyLines(body: CampaignBody, known: Known): { term: string; value: string }[] {
  const { currency, offers } = known;
  return [
    { term: "Name", value: body.name },
    { term: "Goal", value: GOAL_WORDS[body.goal].title },
    { term: "Audience", value: audienceSentence(body.audience, known) },
    { term: "Actions", value: body.actions.map((kind) => ACTION_WORDS[kind].title).join(", ") },
    {
      term: "Offers",
      value:
        body.offerIds.length === 0
          ? "Every offer for the goal"
          : body.offerIds.map((id) => offers[id] ?? id).join(", "),
    },
    { term: "Channels", value: body.channels.map((channel) => CHANNEL_TITLES[channel]).join(", ") },
    { term: "Leaves", value: SEND_TIME_WORDS[body.sendTime] },
    { term: "Variants", value: body.variants.map((variant) => variant.toUpperCase()).join(", ") },
    { term: "Autonomy", value: AUTONOMY_WORDS[body.autonomy].title },
    { term: "Rollout", value: shareWords(body.rollout) },
    { term: "Holdout", value: holdoutWords(body.holdoutShare, known.companyHoldout) },
    { term: "Reviewed at random", value: shareWords(body.reviewSample) },
    {
      term: "Budget",
      value: body.budgetMinor === null ? "No limit" : formatMoney(body.budgetMinor, currency),
    },
    { term: "Messages at most", value: body.maxSends === null ? "No limit" : formatCount(body.maxSends) },
    { term: "Brief", value: body.brief === "" ? "None" : body.brief },
  ];
}
