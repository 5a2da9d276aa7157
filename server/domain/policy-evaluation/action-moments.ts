import type { Logged } from "./logged";

/**
 * The sums that ridge regressions of the reward on the context need, apart for each action: of products of the context
 * (with a constant behind it, `size` in all) with itself, and with the reward.
 */
export class ActionMoments {
  readonly #gram: Float64Array;
  readonly #moment: Float64Array;

  constructor(
    readonly actions: number,
    readonly size: number,
  ) {
    this.#gram = new Float64Array(actions * size * size);
    this.#moment = new Float64Array(actions * size);
  }

  static sumOf(all: readonly ActionMoments[]): ActionMoments {
    const [first] = all;
    const sum = new ActionMoments(first?.actions ?? 0, first?.size ?? 0);
    for (const one of all) sum.#addAll(one, 1);
    return sum;
  }

  without(part: ActionMoments): ActionMoments {
    const rest = new ActionMoments(this.actions, this.size);
    rest.#addAll(this, 1);
    rest.#addAll(part, -1);
    return rest;
  }

  add({ action, reward, context, width }: Logged, row: number): void {
    const { size } = this;
    const taken = action[row] ?? 0;
    const gained = reward[row] ?? 0;
    const value = (i: number) => (i < width ? (context[row * width + i] ?? 0) : 1);
    for (let i = 0; i < size; i++) {
      const one = value(i);
      if (one === 0) continue;
      const at = taken * size + i;
      this.#moment[at] = (this.#moment[at] ?? 0) + one * gained;
      for (let j = 0; j < size; j++)
        this.#gram[at * size + j] = (this.#gram[at * size + j] ?? 0) + one * value(j);
    }
  }

  /** `size` × `size`, row by row; its last cell counts the rows */
  gramOf(action: number): Float64Array {
    const cells = this.size * this.size;
    return this.#gram.subarray(action * cells, (action + 1) * cells);
  }

  momentOf(action: number): Float64Array {
    return this.#moment.subarray(action * this.size, (action + 1) * this.size);
  }

  meanReward(): number {
    let [rewards, rows] = [0, 0];
    for (let action = 0; action < this.actions; action++) {
      rewards += this.momentOf(action).at(-1) ?? 0;
      rows += this.gramOf(action).at(-1) ?? 0;
    }
    return rows === 0 ? 0 : rewards / rows;
  }

  #addAll(other: ActionMoments, times: number): void {
    for (let i = 0; i < this.#gram.length; i++)
      this.#gram[i] = (this.#gram[i] ?? 0) + times * (other.#gram[i] ?? 0);
    for (let i = 0; i < this.#moment.length; i++)
      this.#moment[i] = (this.#moment[i] ?? 0) + times * (other.#moment[i] ?? 0);
  }
}
