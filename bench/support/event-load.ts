import { momentFor } from "@/server/domain/moment";

const PAGES = ["Home", "Category", "Product", "Basket", "Checkout", "Account"];
const CATEGORIES = ["kitchen", "garden", "toys", "paper", "lamps", "bags", "clocks", "candles"];
const LATE_SHARE = 0.05;
const HOUR_MS = 3_600_000;

/**
 * Bodies of batches as Segment's clients send them: visitors who come back, of whom most are signed in, see pages and
 * products; one event in fifty says who they are; one in twenty is up to three days late.
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
    const events = Array.from({ length: count }, () => this.#event(nowMs));
    return { body: `{"batch":[${events.join()}],"sentAt":"${new Date(nowMs).toISOString()}"}`, count };
  }

  #event(nowMs: number): string {
    const n = this.#made++;
    const person = Math.floor(this.#random() * this.#people);
    const late = this.#random() < LATE_SHARE ? this.#random() * 72 * HOUR_MS : this.#random() * 2000;
    const user = person % 10 < 7 ? `"userId":"customer-${person}",` : "";
    const head = `"messageId":"ajs-next-${n}-5f2c1b7e9d","anonymousId":"visitor-${person}",${user}"timestamp":"${new Date(nowMs - late).toISOString()}","context":{"library":{"name":"analytics.js","version":"next-1.70.0"},"userAgent":"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36","locale":"en-GB","timezone":"Europe/London"}`;
    const kind = this.#random();
    if (kind < 0.02 && user !== "")
      return `{"type":"identify",${head},"traits":{"email":"customer-${person}@example.test","firstName":"Kim","lastName":"N${person}","address":{"country":"GB"}}}`;
    const page = PAGES[n % PAGES.length] ?? "";
    const category = CATEGORIES[person % CATEGORIES.length] ?? "";
    if (kind < 0.6)
      return `{"type":"page",${head},"name":"${page}","properties":{"path":"/${category}/${n % 997}","title":"${page} | Larkfield","url":"https://shop.example/${category}/${n % 997}","referrer":"https://shop.example/"}}`;
    return `{"type":"track",${head},"event":"Product Viewed","properties":{"product_id":"${n % 3000}","sku":"L-${n % 3000}","name":"Larkfield ${category} ${n % 3000}","category":"${category}","price":${(n % 5000) / 100},"currency":"GBP","quantity":1}}`;
  }
}
