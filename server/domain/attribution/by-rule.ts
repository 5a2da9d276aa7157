import { type Credit, type Journey, noCredit } from "./journeys";
import type { Rule } from "./rules";

/** Conversions and value of each journey split among its touches by a rule; a channel gets the sum of its touches. */
export function byRule(journeys: readonly Journey[], channels: number, rule: Rule): Credit {
  const credit = noCredit(channels);
  const shares = new Map<number, readonly number[]>();
  for (const { touches, conversions, value } of journeys) {
    const own = shares.get(touches.length) ?? rule(touches.length);
    shares.set(touches.length, own);
    for (const [i, channel] of touches.entries()) {
      const share = own[i] ?? 0;
      credit.conversions[channel] = (credit.conversions[channel] ?? 0) + share * conversions;
      credit.value[channel] = (credit.value[channel] ?? 0) + share * value;
    }
  }
  return credit;
}
