import { fnv1a, momentFor } from "../moment";
import { type Buyer, type Others, ratioOfSums } from "../stats/ratio";
import { fewBuyers } from "./few-buyers";
import { type Figure, known, missing } from "./figure";

/** Attributed revenue per touch, or what is missing to state it. The same people give the same interval. */
export function attributedPerTouch(buyers: readonly Buyer[], others: Others): Figure {
  const lacking = fewBuyers(buyers.length);
  if (lacking !== null) return lacking;
  const found = ratioOfSums(buyers, others, momentFor(0, fnv1a("revenue-per-touch"), 0, 0).random);
  return found === null
    ? missing("people with an attributed order", buyers.length, buyers.length + 1)
    : known(found);
}
