import { BLANK_FACTS } from "@/server/domain/blank-facts";
import type { CustomerFacts } from "@/server/domain/customer-facts";
import { DAY_MS } from "@/server/domain/time";

const now = Date.UTC(2026, 5, 1, 9);

/** Somebody who bought three times in the last year, agreed to mail, and has been silent for a hundred days. */
export const aCustomer = (given: Partial<CustomerFacts> = {}): CustomerFacts => ({
  ...BLANK_FACTS,
  country: "DE",
  timeZone: "Europe/Berlin",
  language: "en",
  createdMs: now - 500 * DAY_MS,
  firstOrderMs: now - 300 * DAY_MS,
  lastOrderMs: now - 100 * DAY_MS,
  orders: 3,
  orders365: 3,
  spendMinor: 15_000,
  spend365Minor: 15_000,
  ownCurrencyOrders: 3,
  orderHourUtc: 17,
  hasEmail: true,
  emailConsent: "granted",
  ...given,
});
