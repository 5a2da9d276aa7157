import { logMean } from "./log-mean";

/** One factor of a figure, before and now; `divides` where the figure falls as it rises. Its parts multiply to it. */
export type Factor<Key extends string = string> = {
  key: Key;
  before: number;
  now: number;
  divides?: boolean;
  parts?: readonly Factor<Key>[];
};

/** What a factor added to the figure, in the figure's unit. */
export type Contribution<Key extends string = string> = {
  key: Key;
  before: number;
  now: number;
  divides: boolean;
  added: number;
  parts: Contribution<Key>[];
};

/**
 * Shares the change of a product out over its factors: the contributions add up to the change exactly, those of a
 * factor's parts to the factor's, and none depends on the order. Null where a factor is not above 0 in both periods:
 * there is nothing to share out by.
 * Source: log-mean Divisia index, additive form (LMDI-I; B. W. Ang 2005, Energy Policy 33, 867–871).
 */
export function movementOf<Key extends string>(
  figure: { before: number; now: number },
  factors: readonly Factor<Key>[],
): Contribution<Key>[] | null {
  if (!isPositive(figure) || !factors.every(isWhollyPositive)) return null;
  const weight = logMean(figure.now, figure.before);
  return factors.map((factor) => contributionOf(factor, weight, 1));
}

function contributionOf<Key extends string>(
  { key, before, now, divides = false, parts = [] }: Factor<Key>,
  weight: number,
  sign: number,
): Contribution<Key> {
  const turned = divides ? -sign : sign;
  return {
    key,
    before,
    now,
    divides,
    added: turned * weight * Math.log(now / before),
    parts: parts.map((part) => contributionOf(part, weight, turned)),
  };
}

const isPositive = ({ before, now }: { before: number; now: number }): boolean => before > 0 && now > 0;

const isWhollyPositive = (factor: Factor): boolean =>
  isPositive(factor) && (factor.parts ?? []).every(isWhollyPositive);
