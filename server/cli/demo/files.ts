import { stringify } from "csv-stringify/sync";
import { CATALOGUE } from "./catalogue";
import type { DemoOrder, DemoTicket } from "./history";
import type { DemoPerson } from "./people";
import type { ConsentWord } from "./shop-history";
import type { DemoSpend } from "./spend";

const csv = (rows: readonly object[]) => stringify([...rows], { header: true });

/** The files that the shop would export: headers are the import's own field names. */
export const productsFile = () =>
  csv(
    CATALOGUE.map(({ sku, name, category, price, cost, stock }) => ({
      sku,
      name,
      category,
      price,
      cost,
      stock,
    })),
  );

export const customersFile = (people: readonly DemoPerson[], since: ReadonlyMap<string, Date>) =>
  csv(
    people.map(({ userId, email, firstName, lastName, city, postalCode, country, timeZone, vip }) => ({
      customer: userId,
      email,
      firstName,
      lastName,
      city,
      postalCode,
      country,
      timeZone,
      vip: vip ? "yes" : "no",
      since: since.get(userId)?.toISOString() ?? "",
    })),
  );

export const consentsFile = (words: readonly ConsentWord[]) =>
  csv(
    words.map(({ userId, state, at }) => ({
      customer: userId,
      state,
      channel: "email",
      purpose: "marketing",
      at: at.toISOString(),
    })),
  );

export const ordersFile = (orders: readonly DemoOrder[]) =>
  csv(
    orders.flatMap(({ ref, userId, at, lines, offerCode, discount }) =>
      lines.map(({ product, quantity }, i) => ({
        order: ref,
        customer: userId,
        at: at.toISOString(),
        sku: product.sku,
        quantity,
        price: product.price,
        discount: i === 0 ? discount : 0,
        offerCode: offerCode ?? "",
      })),
    ),
  );

export const ticketsFile = (tickets: readonly DemoTicket[]) =>
  csv(
    tickets.map(({ ref, userId, at, closedAt, kind, subject, text }) => ({
      ticket: ref,
      customer: userId,
      openedAt: at.toISOString(),
      closedAt: closedAt?.toISOString() ?? "",
      kind,
      subject,
      text,
    })),
  );

export const spendFile = (spend: readonly DemoSpend[]) => csv(spend);
