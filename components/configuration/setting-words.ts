import { fieldName } from "@/components/brand-field-name";
import { markUnit } from "@/components/mark-unit";
import { settingTitle } from "@/components/segmentor-settings";
import { formatMoney } from "@/components/ui/format";
import { GOAL_TITLES } from "@/server/domain/goal";
import { KPIS } from "@/server/domain/kpi/definitions";
import type { KpiDefinition } from "@/server/domain/kpi/kpi-definition";
import type { SettingKind } from "@/server/domain/settings";
import { offerFields } from "./offer-fields";
import { SETTING_GROUPS, type SettingField } from "./setting-fields";

/** Fields that are set on pages of their own, or in editors of their own. */
const NAMES: Partial<Record<SettingKind, Record<string, string>>> = {
  company: {
    fromName: "From, name",
    fromAddress: "From, address",
    replyTo: "Reply to",
    postalAddress: "Postal address",
    demo: "Demo company",
  },
  report: { enabled: "Send it every day", hour: "Leaves at", recipients: "Recipients" },
  targets: { currency: "Currency" },
  configuration: {
    enabledSegmentors: "Segmentors that are on",
    channelPriority: "Channels, first choice first",
    offers: "Offers",
    "offers[order]": "Offers: their order",
  },
};
const GOAL_PARTS: Record<string, string> = { segmentors: "segmentors", actions: "actions allowed" };
const MARKS: Record<string, string> = { baseline: "began at", target: "target" };

/** What the page of a document calls one of its fields, and how it writes a value of it. */
export type SettingWords = { name: string; valueWords: (value: unknown, currency: string) => string };

/** The words for a path as `diff` gives it; one that has no words yet is named by the path. */
export function settingWords(kind: SettingKind, path: string): SettingWords {
  const field = kind === "targets" ? markOf(path) : controlOf(kind, path);
  const name = path === "" ? "The whole document" : (field?.label ?? nameOf(kind, path) ?? path);
  return {
    name,
    valueWords: (value, currency) =>
      typeof value === "number" ? numberWords(value, field, currency) : wordsOf(value, field),
  };
}

/** What is known of a field; a mark carries its figure's unit. */
type Known = Partial<SettingField> & { figure?: KpiDefinition["unit"] };

function controlOf(kind: SettingKind, path: string): Known | undefined {
  if (kind === "brand" || kind === "targets" || kind === "report") return undefined;
  const [, offer, part] = /^offers\[(.+)\]\.(.+)$/.exec(path) ?? [];
  if (offer !== undefined) {
    const field = offerFields({}).find((one) => one.path === part);
    // what its value counts depends on a kind that a path does not know
    if (field === undefined || part === "value") return undefined;
    return { ...field, label: `Offer “${offer}”: ${field.label.toLowerCase()}` };
  }
  return SETTING_GROUPS[kind].flatMap(({ fields }) => fields).find((one) => one.path === path);
}

function markOf(path: string): Known | undefined {
  const [, id = "", side = ""] = /^figures\.(\w+)\.(\w+)$/.exec(path) ?? [];
  if (!isKey(KPIS, id)) return undefined;
  const { title, unit } = KPIS[id];
  return { label: `${title}: ${MARKS[side] ?? side}`, figure: unit };
}

function nameOf(kind: SettingKind, path: string): string | undefined {
  if (kind === "brand") return fieldName(path);
  const [first = "", goal = "", part = "", ...rest] = path.split(".");
  if (kind === "configuration" && first === "goals" && isKey(GOAL_TITLES, goal))
    return `${GOAL_TITLES[goal]}: ${GOAL_PARTS[part] ?? settingTitle(rest.at(-1) ?? part)}`;
  const [, offer, field] = /^offers\[(.+?)\](?:\.(.+))?$/.exec(path) ?? [];
  if (offer !== undefined) return `Offer “${offer}”${field === undefined ? "" : `: ${field}`}`;
  return NAMES[kind]?.[path];
}

const isKey = <T extends object>(object: T, key: string): key is Extract<keyof T, string> =>
  Object.hasOwn(object, key);

function wordsOf(value: unknown, field: Known | undefined): string {
  if (value === undefined) return "not there";
  if (value === null || value === "") return "empty";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return optionLabel(value, field) ?? value;
  if (Array.isArray(value) && value.every((item) => typeof item === "string"))
    return value.length === 0 ? "none" : value.join("\n");
  return JSON.stringify(value, null, 2);
}

function numberWords(value: number, field: Known | undefined, currency: string): string {
  if (field?.kind === "minor") return formatMoney(value, currency);
  const { words, scale } = field?.figure === undefined ? { scale: 1 } : markUnit(field.figure, currency);
  const [unit, factor] = field?.kind === "share" ? ["%", 100] : [words ?? field?.unit, scale];
  return [Number((value * factor).toPrecision(12)), unit].filter((part) => part !== undefined).join(" ");
}

const optionLabel = (value: string, field: Known | undefined): string | undefined =>
  typeof field?.kind === "object"
    ? field.kind.options.find((option) => option.value === value)?.label
    : undefined;
