import type { Document } from "./document-path";
import type { SettingField } from "./setting-fields";

const OFFER_KINDS = [
  { value: "percent", label: "Part of the price" },
  { value: "amount", label: "A fixed amount" },
  { value: "free-shipping", label: "Free shipping" },
];

/** The plain controls of one offer; what its value means depends on its kind. */
export const offerFields = (offer: Document): readonly SettingField[] => [
  { path: "title", label: "Title", kind: "text" },
  { path: "id", label: "Id", kind: "text", help: "Stored with each decision; do not reuse" },
  { path: "kind", label: "Kind", kind: { options: OFFER_KINDS } },
  offer.kind === "percent"
    ? { path: "value", label: "Discount", kind: "number", unit: "%" }
    : { path: "value", label: offer.kind === "amount" ? "Discount" : "Shipping costs", kind: "minor" },
  { path: "code", label: "Code", kind: "text", nullable: true },
  { path: "minMargin", label: "Margin that must remain", kind: "share" },
  { path: "stock", label: "Left to give", kind: "number", nullable: true, help: "Empty: no limit" },
  {
    path: "products",
    label: "About the products",
    kind: "lines",
    help: "One SKU a line. The offer is made only while one of them is in stock",
  },
  { path: "cooldownDays", label: "Again for one person after", kind: "number", unit: "days" },
  {
    path: "budgetPrice",
    label: "Price of the budget",
    kind: "number",
    help: "1: a unit of discount counts as a unit of cost",
  },
  { path: "active", label: "Active", kind: "yes" },
];
