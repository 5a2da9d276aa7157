import { floatAt, intAt } from "../stats/at";
import type { BoughtItems } from "./bought-items";
import { buyersOf } from "./popularity";
import { topItems } from "./top-items";

/** For each item those that were bought by the same customers, in no order, and how similar they are: 0 to 1. */
export type AlsoBought = {
  items: number;
  neighbours: readonly Int32Array[];
  similarities: readonly Float64Array[];
};

/** So many neighbours an item keeps: each of the others weighs little, and all of them would be items squared. */
const NEIGHBOURS = 1000;
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
    const found = common.neighboursOf(item, lengths);
    neighbours.push(found.items);
    similarities.push(found.similarities);
  }
  return { items, neighbours, similarities };
}

/**
 * The k items that go best with what a customer bought, without what is bought already: by the sum of similarities. Where
 * fewer go with it there are fewer.
 */
export function alsoBoughtFor(model: AlsoBought, bought: Int32Array, k: number): Int32Array {
  const scores = new Float64Array(model.items);
  for (const item of bought) addTo(scores, model.neighbours[item], model.similarities[item]);
  for (const item of bought) scores[item] = 0;
  return topItems(scores, k);
}

function addTo(
  scores: Float64Array,
  items: Int32Array | undefined,
  similarities: Float64Array | undefined,
): void {
  if (items === undefined || similarities === undefined) return;
  for (let i = 0; i < items.length; i++) {
    const item = intAt(items, i);
    scores[item] = floatAt(scores, item) + floatAt(similarities, i);
  }
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

  /** The most similar of them, and others that are as similar as the last of those. */
  neighboursOf(item: number, lengths: Float64Array): { items: Int32Array; similarities: Float64Array } {
    const others = Int32Array.from(this.found).filter((other) => other !== item);
    const similarities = Float64Array.from(others, (other) => {
      const customers = intAt(this.#customers, other);
      const cosine = floatAt(this.#weights, other) / (floatAt(lengths, item) * floatAt(lengths, other));
      return (cosine * customers) / (customers + SHRINKAGE);
    });
    if (others.length <= NEIGHBOURS) return { items: others, similarities };
    const least = floatAt(similarities.slice().sort(), others.length - NEIGHBOURS);
    const kept = Int32Array.from(others.keys()).filter((i) => floatAt(similarities, i) >= least);
    return {
      items: kept.map((i) => intAt(others, i)),
      similarities: Float64Array.from(kept, (i) => floatAt(similarities, i)),
    };
  }
}
