import { block, clear } from "@/server/domain/verdict";
import { guardrail } from "./contract";

/** Shorter than any postal address: a street and a town. */
const SHORTEST = 10;

/** Every marketing email names a valid postal address of the sender, and the message must really contain it. */
export const postalAddress = guardrail({
  title: "Postal address",
  source: "CAN-SPAM, 15 U.S.C. § 7704(a)(5)(A)(iii); 16 CFR § 316.2(p)",
  reads: [],
  check({ postalAddress: address, text }) {
    const set = typeof address === "string" && address.trim().length >= SHORTEST;
    if (!set) return block("postal-address.missing");
    return squeezed(text).includes(squeezed(address)) ? clear : block("postal-address.not-in-message");
  },
});

/** A layout may break the address into lines. */
const squeezed = (words: string) => words.replace(/[\s,]+/g, " ").trim();
