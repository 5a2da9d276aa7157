import type { RunPlan } from "@/server/domain/run-plan";
import { pass, stop } from "@/server/domain/verdict";
import type { Case, Node } from "../node";
import type { Words } from "../ports";
import type { Action } from "./action";
import type { Insights } from "./insights";
import type { Segmented } from "./segment";

type In = Case & { goal: RunPlan; segment: Segmented; insights: Insights; action: Action };

/** Picks the words: those written for segment, action, offer, channel and variant, in the customer's language if there are any. */
export const message: Node<"message", In, Words, ReadonlyMap<string, Words>> = {
  name: "message",
  version: 1,
  async ask(_batch, { ports }) {
    const words = await ports.words();
    return new Map(words.map((one) => [keyOf(one.creative), one]));
  },
  decide({ goal, segment, insights, action }, written) {
    const piece = {
      segment: segment.name,
      action: action.kind,
      offerId: action.offer?.id ?? null,
      channel: action.channel,
      variant: action.variant,
    };
    const own = insights.facts.language;
    const found =
      (own === null ? undefined : written.get(keyOf({ ...piece, language: own }))) ??
      written.get(keyOf({ ...piece, language: goal.company.language }));
    return found === undefined ? stop("skipped", { code: "message.no-creative" }) : pass(found);
  },
};

type Piece = {
  segment: string;
  action: string;
  offerId: string | null;
  channel: string;
  variant: string;
  language: string;
};

const keyOf = ({ segment, action, offerId, channel, variant, language }: Piece): string =>
  `${segment} ${action} ${offerId ?? ""} ${channel} ${variant} ${language}`;
