import type { Credit, Journey } from "./journeys";
import { reaches } from "./reaches";
import { type Chain, chainOf } from "./transitions";

export type MarkovCredit = Credit & {
  /** share of all conversions that would be lost without the channel, by its number: 0 to 1 */
  removalEffect: Float64Array;
};

/**
 * Conversions split in proportion to what would be lost without each channel, in the chain of the given order (1 to 3) that
 * the journeys make; the same for their value. Exact: linear systems, no simulated journeys.
 *
 * A channel that no journey leads on from to a conversion has none. One that is only in journeys without a conversion may
 * have some: the chain takes it that from any touch journeys go on as others did from there.
 * Source: Anderl et al. 2016, International Journal of Research in Marketing 33, 457–474; the R package
 * ChannelAttribution simulates the same.
 */
export function markov(journeys: readonly Journey[], channels: number, order: 1 | 2 | 3): MarkovCredit {
  const chain = chainOf(journeys, order);
  const removalEffect = removalEffects(chain, chain.converts, channels);
  const totalOf = (of: "conversions" | "value") =>
    journeys.reduce((sum, journey) => sum + (journey.conversions > 0 ? journey[of] : 0), 0);
  return {
    removalEffect,
    conversions: inProportion(removalEffect, totalOf("conversions")),
    value: inProportion(removalEffects(chain, chain.brings, channels), totalOf("value")),
  };
}

function removalEffects(chain: Chain, reward: Float64Array, channels: number): Float64Array {
  const all = reaches(chain, reward, null);
  if (all === 0) return new Float64Array(channels);
  return Float64Array.from({ length: channels }, (_, channel) =>
    Math.min(1, Math.max(0, 1 - reaches(chain, reward, channel) / all)),
  );
}

function inProportion(effects: Float64Array, total: number): Float64Array {
  const sum = effects.reduce((all, effect) => all + effect, 0);
  return sum === 0 ? effects : effects.map((effect) => (effect / sum) * total);
}
