import { bringIn, expectDone } from "../support/bring-in";
import type { Staff } from "../support/staff";
import { consentsFile, customersFile, ordersFile, productsFile, spendFile, ticketsFile } from "./files";
import type { DemoOrder, UnnumberedOrder } from "./history";
import type { ShopHistory } from "./shop-history";
import type { Stage } from "./stage";

type Kind = "products" | "customers" | "orders" | "consents" | "tickets" | "ad-spend";

/** Brings the shop's files in, as somebody would each week: what is new since the last time. */
export function openTill({ clock, system, orders: fromMails }: Stage, staff: Staff, shop: ShopHistory) {
  const open = {
    people: shop.people.map((person) => ({ at: shop.since.get(person.userId) ?? new Date(0), person })),
    orders: [...shop.orders],
    consents: [...shop.consents],
    spend: shop.spend.map((line) => ({ at: new Date(line.day), line })),
  };
  let number = 100_000;

  const bring = async (kind: Kind, file: string) => {
    const id = await bringIn(staff.marketer, file, { kind, fileName: `${kind}.csv` });
    await system.import.run({ importId: id });
    await expectDone(staff.marketer, id);
  };
  const newOrders = (): DemoOrder[] => {
    for (const { to, at, offer } of fromMails.splice(0)) {
      const order = shop.basketFor(to, at);
      if (order !== null) open.orders.push(offer === null ? order : withOffer(order, offer));
    }
    return takeDue(open.orders, clock.now())
      .sort((a, b) => a.at.getTime() - b.at.getTime())
      .map((order) => ({ ...order, ref: `A${++number}` }));
  };

  return {
    /** products and whatever else there is at first */
    async open(): Promise<void> {
      await bring("products", productsFile());
    },
    async bringOrders(): Promise<void> {
      const orders = newOrders();
      if (orders.length > 0) await bring("orders", ordersFile(orders));
    },
    /** the week's files: new people, their say on marketing, orders, advertising */
    async bringWeek(): Promise<void> {
      const now = clock.now();
      const people = takeDue(open.people, now).map(({ person }) => person);
      const consents = takeDue(open.consents, now);
      const spend = takeDue(open.spend, now).map(({ line }) => line);
      if (people.length > 0) await bring("customers", customersFile(people, shop.since));
      if (consents.length > 0) await bring("consents", consentsFile(consents));
      await this.bringOrders();
      if (spend.length > 0) await bring("ad-spend", spendFile(spend));
    },
    async bringTickets(): Promise<void> {
      const now = clock.now();
      const tickets = shop.tickets.filter(({ at }) => at <= now);
      await bring("tickets", ticketsFile(tickets.map((ticket) => closedBy(ticket, now))));
    },
  };
}

/** Takes out of the list what lies before `now`. */
function takeDue<Row extends { at: Date }>(list: Row[], now: Date): Row[] {
  const due = list.filter(({ at }) => at <= now);
  const later = list.filter(({ at }) => at > now);
  list.splice(0, list.length, ...later);
  return due;
}

const round2 = (amount: number) => Math.round(amount * 100) / 100;

/** An order with the offer of the mail that led to it. */
function withOffer(order: UnnumberedOrder, offer: { code: string | null; percent: number }): UnnumberedOrder {
  const first = order.lines[0];
  const base = first === undefined ? 0 : first.product.price * first.quantity;
  return { ...order, offerCode: offer.code, discount: round2((base * offer.percent) / 100) };
}

const closedBy = (ticket: ShopHistory["tickets"][number], now: Date) =>
  ticket.closedAt !== null && ticket.closedAt > now ? { ...ticket, closedAt: null } : ticket;
