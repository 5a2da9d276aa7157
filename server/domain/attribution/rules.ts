/** The share of each touch of a journey with `touches` of them, in their order; the shares add up to 1. */
export type Rule = (touches: number) => readonly number[];

const only = (touches: number, place: number): number[] =>
  Array.from({ length: touches }, (_, i) => (i === place ? 1 : 0));

export const first: Rule = (touches) => only(touches, 0);
export const last: Rule = (touches) => only(touches, touches - 1);
export const linear: Rule = (touches) => new Array<number>(touches).fill(1 / touches);

/** 40 % for the first touch, 40 % for the last, the rest for those between in equal parts; of two touches each half. */
export const position: Rule = (touches) => {
  if (touches <= 2) return linear(touches);
  const between = 0.2 / (touches - 2);
  return Array.from({ length: touches }, (_, i) => (i === 0 || i === touches - 1 ? 0.4 : between));
};

/** Each touch weighs half of one that comes `halfLife` touches later. Journeys without times know no other distance. */
export const timeDecay =
  (halfLife: number): Rule =>
  (touches) => {
    const weights = Array.from({ length: touches }, (_, i) => 0.5 ** ((touches - 1 - i) / halfLife));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => weight / total);
  };
