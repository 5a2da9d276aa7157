import { block, clear } from "@/server/domain/verdict";
import { guardrail } from "./contract";

/** Shorter than any postal address: a street and a town. */
const SHORTEST = 10;

/** Every marketing email names a valid postal address of the sender, and both parts of the message must really show it. */
export const postalAddress = guardrail({
  title: "Postal address",
  source: "CAN-SPAM, 15 U.S.C. § 7704(a)(5)(A)(iii); 16 CFR § 316.2(p)",
  reads: [],
  check({ postalAddress: address, text, html }) {
    const set = typeof address === "string" && address.trim().length >= SHORTEST;
    if (!set) return block("postal-address.missing");
    const isThere = [text, shown(html)].every((part) => squeezed(part).includes(squeezed(address)));
    return isThere ? clear : block("postal-address.not-in-message");
  },
});

/** A layout may break the address into lines. */
const squeezed = (words: string) => words.replace(/[\s,]+/g, " ").trim();

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/** What a reader sees of HTML: neither comments nor styles nor tags, entities as what they stand for. */
const shown = (html: string): string =>
  html
    .replace(/<!--.*?-->|<(style|script|title)\b.*?<\/\1\s*>/gis, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (entity, decimal, hex, name) => {
      if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? entity;
      const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return point <= 0x10ffff ? String.fromCodePoint(point) : entity;
    });
