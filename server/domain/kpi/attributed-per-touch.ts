import { fnv1a, momentFor } from "../moment";
import { isSameList, rememberLast } from "../remember-last";
import { type Buyer, type Others, ratioOfSums } from "../stats/ratio";
import { fewBuyers } from "./few-buyers";
import { type Figure, known, missing } from "./figure";

type Contacted = { buyers: readonly Buyer[]; others: Others };

const isSameBuyer = (a: Buyer, b: Buyer) => a.amount === b.amount && a.touches === b.touches;
const isSameOthers = (a: Others, b: Others) =>
  a.people === b.people && a.touches === b.touches && a.touchesSquared === b.touchesSquared;

/** Several figures of a page are about the same people. */
const ratioOf = rememberLast(
  16,
  (a: Contacted, b: Contacted) =>
    isSameOthers(a.others, b.others) && isSameList(a.buyers, b.buyers, isSameBuyer),
  ({ buyers, others }) => ratioOfSums(buyers, others, momentFor(0, fnv1a("revenue-per-touch"), 0, 0).random),
);

/** Attributed revenue per touch, or what is missing to state it. The same people give the same interval. */
export function attributedPerTouch(buyers: readonly Buyer[], others: Others): Figure {
  const lacking = fewBuyers(buyers.length);
  if (lacking !== null) return lacking;
  const found = ratioOf({ buyers, others });
  return found === null
    ? missing("people with an attributed order", buyers.length, buyers.length + 1)
    : known(found);
}
