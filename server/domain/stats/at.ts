/**
 * A number of a typed array, 0 outside of it: for loops whose index is inside by construction. One function for each kind
 * of array, so that the engine compiles each for that kind alone.
 */
export const floatAt = (numbers: Float64Array, place: number): number => numbers[place] ?? 0;

/** The same of whole numbers. */
export const intAt = (numbers: Int32Array, place: number): number => numbers[place] ?? 0;
