import { type Credit, type Journey, noCredit } from "./journeys";

/**
 * The Shapley value of each channel, exact for any number of them. What a coalition of channels is worth are the conversions
 * of journeys that touched no other channel.
 *
 * Each journey then is a game of its own that only all of its channels win together (a unanimity game), whose Shapley value
 * is an equal part for each of them; the value of the whole is the sum, as Shapley values add up. So nothing need be sampled.
 * Source: Shapley 1953, A value for n-person games; Zhao, Mahboobi & Bagheri 2018, Shapley Value Methods for Attribution
 * Modeling in Online Advertising, arXiv:1804.05327, for the worth and the closed form.
 */
export function shapley(journeys: readonly Journey[], channels: number): Credit {
  const credit = noCredit(channels);
  for (const { touches, conversions, value } of journeys) {
    const members = new Set(touches);
    for (const channel of members) {
      credit.conversions[channel] = (credit.conversions[channel] ?? 0) + conversions / members.size;
      credit.value[channel] = (credit.value[channel] ?? 0) + value / members.size;
    }
  }
  return credit;
}
