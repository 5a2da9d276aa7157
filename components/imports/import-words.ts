import type { ComponentProps } from "react";
import type { Answer, Ask } from "@/components/api-types";
import type { Status } from "@/components/ui/status";

export type ImportKind = Ask["import"]["create"]["kind"];
export type ImportRow = Answer["import"]["get"];
type StatusTone = NonNullable<ComponentProps<typeof Status>["tone"]>;

type KindWords = {
  title: string;
  /** one sentence for the person who chooses a file */
  holds: string;
  /** what to do once it is in */
  next: { text: string; href: string; label: string };
};

export const KIND_WORDS: Record<ImportKind, KindWords> = {
  customers: {
    title: "Customers",
    holds: "One person a row: number or address, name, place, time zone.",
    next: {
      text: "Their orders tell the agent who went quiet.",
      href: "/imports/new?kind=orders",
      label: "Import orders",
    },
  },
  orders: {
    title: "Orders",
    holds: "One line of an order a row (product, quantity, price), or one order a row with its total.",
    next: {
      text: "Nobody is written to without consent.",
      href: "/imports/new?kind=consents",
      label: "Import consents",
    },
  },
  products: {
    title: "Products",
    holds: "One product a row: number, name, category, price, cost, stock.",
    next: {
      text: "Offers are weighed against margin and stock.",
      href: "/configuration/configuration",
      label: "To the offers",
    },
  },
  consents: {
    title: "Consents and unsubscribes",
    holds: "One answer a row: customer or address, granted or withdrawn, channel, since when.",
    next: {
      text: "Everybody who may be written to is known now.",
      href: "/campaigns/new",
      label: "New campaign",
    },
  },
  tickets: {
    title: "Support tickets",
    holds: "One ticket a row: number, customer, kind, when it was opened and closed, subject, text.",
    next: { text: "Open complaints now hold messages back.", href: "/customers", label: "To the customers" },
  },
  "ad-spend": {
    title: "Advertising spend",
    holds: "What was spent on a day, in a channel, for a campaign.",
    next: { text: "It counts towards the cost of marketing.", href: "/overview", label: "To the overview" },
  },
};

/** In the order in which a company usually brings them in. */
export const IMPORT_KINDS = Object.keys(KIND_WORDS) as ImportKind[]; // the keys of the record above

/** The kind of that name, or undefined. */
export const importKindOf = (name: string | undefined): ImportKind | undefined =>
  IMPORT_KINDS.find((kind) => kind === name);

/** What a kind is called; one that is not known any more keeps its name. */
export const kindTitle = (name: string): string => {
  const kind = importKindOf(name);
  return kind === undefined ? name : KIND_WORDS[kind].title;
};

export const IMPORT_STATE_WORDS: Record<ImportRow["state"], { tone: StatusTone; word: string }> = {
  uploaded: { tone: "draft", word: "Not started" },
  running: { tone: "info", word: "Running" },
  done: { tone: "pass", word: "Done" },
  failed: { tone: "block", word: "Stopped" },
  cancelled: { tone: "neutral", word: "Cancelled" },
};

const COUNT_WORDS: Record<string, string> = {
  customersMade: "Customers made",
  ordersMade: "Orders made",
  linesMade: "Order lines made",
  productsChanged: "Products made or changed",
  ticketsChanged: "Tickets made or changed",
  consentsMade: "Consents recorded",
  addressesSuppressed: "Addresses put on the suppression list",
  spendChanged: "Days of spend made or changed",
};

/** What an import did, as a term of a list. */
export const countTitle = (name: string): string =>
  COUNT_WORDS[name] ?? name.charAt(0).toUpperCase() + name.slice(1);
