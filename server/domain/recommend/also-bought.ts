import { floatAt, intAt } from "../stats/at";
import type { BoughtItems } from "./bought-items";
import { buyersOf } from "./popularity";

/** For each item those that were bought by the same customers, the most similar first. */
export type AlsoBought = {
  items: number;
  neighbours: readonly Int32Array[];
  similarities: readonly Float64Array[];
};

/** So many neighbours an item keeps: the others weigh little and cost memory. */
const NEIGHBOURS = 200;
/** So many common buyers halve the doubt about a similarity. */
const SHRINKAGE = 10;

/**
 * Item-to-item similarities: the cosine of customers × items, each customer's row of unit length, so that who buys a thousand
 * things says less about any two of them than who buys three; times n / (n + 10) for n common buyers, so that a chance meeting
 * of two rare items is no recommendation.
 *
 * Source: Linden, Smith & York 2003, Amazon.com Recommendations, IEEE Internet Computing 7, 76–80; Deshpande & Karypis 2004,
 * Item-based top-N recommendation algorithms, ACM Transactions on Information Systems 22, 143–177, for unit rows; the shrinkage
 * is that of Bell & Koren 2007, ICDM, 43–52.
 */
export function alsoBought(bought: BoughtItems): AlsoBought {
  const { items } = bought;
  const customersOf = buyersByItem(bought);
  const weights = Float64Array.from(bought.byCustomer, (own) => (own.length === 0 ? 0 : 1 / own.length));
  const lengths = Float64Array.from(customersOf, (customers) =>
    Math.sqrt(customers.reduce((sum, customer) => sum + floatAt(weights, customer), 0)),
  );
  const common = new Common(items);
  const neighbours: Int32Array[] = [];
  const similarities: Float64Array[] = [];
  for (const [item, customers] of customersOf.entries()) {
    common.clear();
    for (const customer of customers) common.add(bought.byCustomer[customer], floatAt(weights, customer));
    const found = common.found
      .filter((other) => other !== item)
      .map((other) => ({
        other,
        similarity: common.similarity(other, floatAt(lengths, item) * floatAt(lengths, other)),
      }))
      .sort((a, b) => b.similarity - a.similarity || a.other - b.other)
      .slice(0, NEIGHBOURS);
    neighbours.push(Int32Array.from(found, ({ other }) => other));
    similarities.push(Float64Array.from(found, ({ similarity }) => similarity));
  }
  return { items, neighbours, similarities };
}

/**
 * The k items that go best with what a customer bought, without what is bought already: by the sum of similarities. Where
 * fewer go with it there are fewer.
 */
export function alsoBoughtFor(model: AlsoBought, bought: Int32Array, k: number): Int32Array {
  const scores = new Map<number, number>();
  for (const item of bought) {
    const others = model.neighbours[item];
    const similarities = model.similarities[item];
    if (others === undefined || similarities === undefined) continue;
    for (let i = 0; i < others.length; i++) {
      const other = intAt(others, i);
      scores.set(other, (scores.get(other) ?? 0) + floatAt(similarities, i));
    }
  }
  for (const item of bought) scores.delete(item);
  const best = [...scores].sort(([a, one], [b, two]) => two - one || a - b).slice(0, k);
  return Int32Array.from(best, ([item]) => item);
}

function buyersByItem(bought: BoughtItems): Int32Array[] {
  const lists = Array.from(buyersOf(bought), (count) => new Int32Array(count));
  const filled = new Int32Array(bought.items);
  for (const [customer, own] of bought.byCustomer.entries())
    for (const item of own) {
      const list = lists[item];
      if (list !== undefined) list[intAt(filled, item)] = customer;
      filled[item] = intAt(filled, item) + 1;
    }
  return lists;
}

/** What the buyers of one item bought besides: how many of them, and with what weight. */
class Common {
  readonly #customers: Int32Array;
  readonly #weights: Float64Array;
  found: number[] = [];

  constructor(items: number) {
    this.#customers = new Int32Array(items);
    this.#weights = new Float64Array(items);
  }

  clear(): void {
    for (const item of this.found) {
      this.#customers[item] = 0;
      this.#weights[item] = 0;
    }
    this.found = [];
  }

  add(bought: Int32Array | undefined, weight: number): void {
    for (const item of bought ?? []) {
      const before = intAt(this.#customers, item);
      if (before === 0) this.found.push(item);
      this.#customers[item] = before + 1;
      this.#weights[item] = floatAt(this.#weights, item) + weight;
    }
  }

  similarity(item: number, lengths: number): number {
    const customers = intAt(this.#customers, item);
    return ((floatAt(this.#weights, item) / lengths) * customers) / (customers + SHRINKAGE);
  }
}
