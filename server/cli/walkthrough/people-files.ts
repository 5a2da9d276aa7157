import { stringify } from "csv-stringify/sync";
import { place } from "@/server/domain/split";

const CONSENT_SHARE = 0.95;

/** The address that a customer of the shop gets, by the shop's own number. */
export const addressOf = (userId: string): string => `c${userId}@example.test`;

/** A file of addresses for all of these customers, and one of consents for 95 % of them. */
export function peopleFiles(userIds: readonly string[]): { customers: string; consents: string } {
  const customers = userIds.map((userId) => ({ customer: userId, email: addressOf(userId) }));
  const consents = userIds
    .filter((userId) => place("walkthrough:consent", Number(userId)) < CONSENT_SHARE)
    .map((userId) => ({ customer: userId, state: "granted", channel: "email", at: "2011-09-30T12:00:00Z" }));
  return {
    customers: stringify(customers, { header: true }),
    consents: stringify(consents, { header: true }),
  };
}
