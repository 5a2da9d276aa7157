import { performance } from "node:perf_hooks";
import { momentFor } from "@/server/domain/moment";
import { drawBuyers } from "@/server/domain/scoring/draw-buyers";
import { fitBgNbd } from "@/server/domain/scoring/fit-bg-nbd";
import { fitGammaGamma } from "@/server/domain/scoring/fit-gamma-gamma";
import { count } from "./options";

const SEED = 42;
/** Customers come in over 84 days and are watched until day 273, as in the CDNOW data. */
const AGES_WEEKS = Array.from({ length: 84 }, (_, day) => (273 - day) / 7);
const BOUGHT = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const PAID = { p: 6.25, q: 3.74, v: 15.44 };

/** How long both models of customer value take to fit on simulated customers, whose purchases are known by the day. */
export async function fitClv(given: Readonly<Record<string, string>>): Promise<object> {
  const customers = count(given, "customers", 1_000_000);
  const histories = drawBuyers(BOUGHT, PAID, AGES_WEEKS, customers, momentFor(0, SEED, 1, 0).random);
  const recency = histories.recency.map((weeks) => Math.round(weeks * 7) / 7);
  const value = histories.value.map((amount) => Math.round(amount * 100) / 100);
  const began = performance.now();
  const bought = fitBgNbd({ ...histories, recency });
  const between = performance.now();
  const paid = fitGammaGamma({ ...histories, value });
  const ended = performance.now();
  return {
    customers,
    seed: SEED,
    seconds: (ended - began) / 1000,
    bgnbdSeconds: (between - began) / 1000,
    gammaGammaSeconds: (ended - between) / 1000,
    truth: { ...BOUGHT, ...PAID },
    bgnbd: bought,
    gammaGamma: paid,
  };
}
