import { bringIn, expectDone } from "../support/bring-in";
import type { Staff } from "../support/staff";
import { consentsFile, customersFile, ordersFile, productsFile, ticketsFile } from "./files";
import type { DemoOrder } from "./history";
import type { ShopHistory } from "./shop-history";
import type { Stage } from "./stage";

/** Brings the shop's files in, as somebody would each time before a campaign: the orders since the last time. */
export function openTill(
  { clock, platform, system, orders: fromMails }: Stage,
  staff: Staff,
  shop: ShopHistory,
) {
  const open: Omit<DemoOrder, "ref">[] = [...shop.orders];
  let number = 10_000;

  const bring = async (kind: "products" | "customers" | "orders" | "consents" | "tickets", file: string) => {
    const id = await bringIn(staff.marketer, file, { kind, fileName: `${kind}.csv` });
    await system.import.run({ importId: id });
    await expectDone(staff.marketer, id);
  };
  const newOrders = (): DemoOrder[] => {
    for (const { to, at } of fromMails.splice(0)) {
      const order = shop.basketFor(to, at);
      if (order !== null) open.push(order);
    }
    const now = clock.now();
    const due = open.filter(({ at }) => at <= now).sort((a, b) => a.at.getTime() - b.at.getTime());
    open.splice(0, open.length, ...open.filter(({ at }) => at > now));
    return due.map((order) => ({ ...order, ref: `A${++number}` }));
  };

  return {
    async bringEverything(): Promise<void> {
      const since = new Map<string, Date>();
      for (const { userId, at } of shop.orders) if (!since.has(userId)) since.set(userId, at);
      const now = clock.now();
      const tickets = shop.tickets.filter(({ at }) => at <= now);
      await bring("products", productsFile());
      await bring("customers", customersFile(shop.people, new Map([...since].filter(([, at]) => at <= now))));
      await bring("consents", consentsFile(shop.people, now));
      await bring("orders", ordersFile(newOrders()));
      await bring("tickets", ticketsFile(tickets.map((ticket) => closedBy(ticket, now))));
    },
    async bringNewOrders(): Promise<void> {
      const orders = newOrders();
      if (orders.length > 0) await bring("orders", ordersFile(orders));
    },
    async bringTickets(): Promise<void> {
      const now = clock.now();
      const tickets = shop.tickets.filter(({ at }) => at <= now);
      await bring("tickets", ticketsFile(tickets.map((ticket) => closedBy(ticket, now))));
    },
    platform,
  };
}

const closedBy = (ticket: ShopHistory["tickets"][number], now: Date) =>
  ticket.closedAt !== null && ticket.closedAt > now ? { ...ticket, closedAt: null } : ticket;
