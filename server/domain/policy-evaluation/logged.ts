/** What a policy did and what came of it, row by row. All arrays are as long as there are rows. */
export type Logged = {
  /** the action that was taken, 0 … actions − 1 */
  action: Int32Array;
  /** with which probability the logging policy took it, above 0 and at most 1 */
  propensity: Float64Array;
  reward: Float64Array;
  /** how many actions there are */
  actions: number;
  /** the context as numbers, row by row, `width` wide */
  context: Float64Array;
  width: number;
};

/** The probability with which the policy to be judged takes an action in a row's context; over all actions it sums to 1. */
export type Policy = (row: number, action: number) => number;
