import { momentFor } from "@/server/domain/moment";

const PAGES = ["Home", "Category", "Product", "Basket", "Checkout", "Account"];
const CATEGORIES = ["kitchen", "garden", "toys", "paper", "lamps", "bags", "clocks", "candles"];
const LATE_SHARE = 0.05;
const LATE_MS = 72 * 3_600_000;
const JUST_NOW_MS = 200;
/** Different pages and different products that are looked at. */
const KINDS = 3000;
const CONTEXT = '"context":{"library":{"name":"@segment/analytics-node","version":"2.2.1"},"locale":"en-GB"}';

const pick = (from: readonly string[], n: number) => from[n % from.length] ?? "";
const pages = Array.from({ length: KINDS }, (_, n) => {
  const path = `/${pick(CATEGORIES, n)}/${n}`;
  const title = pick(PAGES, n);
  return `"type":"page","name":"${title}","properties":{"path":"${path}","title":"${title} | Larkfield","url":"https://shop.example${path}","referrer":"https://shop.example/"}`;
});
const products = Array.from(
  { length: KINDS },
  (_, n) =>
    `"type":"track","event":"Product Viewed","properties":{"product_id":"${n}","sku":"L-${n}","name":"Larkfield ${pick(CATEGORIES, n)} ${n}","category":"${pick(CATEGORIES, n)}","price":${(n % 5000) / 100},"currency":"GBP","quantity":1}`,
);

/**
 * Bodies of batches as Segment's server client sends them: visitors who come back, of whom most are signed in, see pages
 * and products; one event in fifty says who they are; one in twenty is up to three days late. Made of ready pieces, so
 * that making them takes little from what is measured.
 */
export class EventLoad {
  readonly #random = momentFor(0, 20261121, 7, 0).random;
  readonly #people: number;
  #made = 0;

  constructor(
    readonly events: number,
    readonly batchSize: number,
  ) {
    this.#people = Math.max(50, Math.floor(events / 20));
  }

  /** The next body with its number of events; null when all are made. */
  next(): { body: string; count: number } | null {
    const count = Math.min(this.batchSize, this.events - this.#made);
    if (count === 0) return null;
    const nowMs = Date.now();
    let body = `{"sentAt":"${new Date(nowMs).toISOString()}","batch":[`;
    for (let i = 0; i < count; i++) body += (i === 0 ? "" : ",") + this.#event(nowMs);
    return { body: `${body}]}`, count };
  }

  #event(nowMs: number): string {
    const n = this.#made++;
    const person = Math.floor(this.#random() * this.#people);
    const age = this.#random() * (this.#random() < LATE_SHARE ? LATE_MS : JUST_NOW_MS);
    const isSignedIn = person % 10 < 7;
    const user = isSignedIn ? `"userId":"customer-${person}",` : "";
    const head = `"messageId":"node-next-${n}-5f2c1b7e9d","anonymousId":"visitor-${person}",${user}"timestamp":"${new Date(nowMs - age).toISOString()}",${CONTEXT}`;
    const kind = this.#random();
    if (kind < 0.02 && isSignedIn)
      return `{"type":"identify",${head},"traits":{"email":"customer-${person}@example.test","firstName":"Kim","lastName":"N${person}","address":{"country":"GB"}}}`;
    return `{${(kind < 0.6 ? pages : products)[n % KINDS]},${head}}`;
  }
}
