import { FEWEST_BUYERS } from "../stats/estimate";
import { type Missing, missing } from "./figure";

/** What a figure of money lacks while too few people bought; null where there are enough. Every such figure asks here. */
export const fewBuyers = (buyers: number, what = "people with an attributed order"): Missing | null =>
  buyers < FEWEST_BUYERS ? missing(what, buyers, FEWEST_BUYERS) : null;
