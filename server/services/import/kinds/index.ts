import { adSpend } from "./ad-spend";
import { consents } from "./consents";
import type { ImportKind } from "./contract";
import { customers } from "./customers";
import { orders } from "./orders";
import { products } from "./products";
import { tickets } from "./tickets";

/** The kinds of files that can be imported, by the name that is stored. */
export const importKinds = {
  customers,
  orders,
  products,
  tickets,
  consents,
  "ad-spend": adSpend,
} satisfies Record<string, ImportKind>;

export type ImportKindName = keyof typeof importKinds;
export const IMPORT_KINDS = Object.keys(importKinds) as [ImportKindName, ...ImportKindName[]]; // the keys of the registry
