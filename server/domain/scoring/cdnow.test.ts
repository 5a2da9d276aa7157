import { describe, expect, test } from "vitest";
import { fitBgNbd } from "./fit-bg-nbd";
import { fitGammaGamma } from "./fit-gamma-gamma";
import { purchaseHistories } from "./purchase-histories";
import { cdnowName, dayNumber, hasCdnow, readCdnow } from "./testing/cdnow";

/** Within half a percent. */
const near = (value: number | undefined, published: number) =>
  expect(Math.abs((value ?? Number.NaN) / published - 1)).toBeLessThan(0.005);

describe.skipIf(!hasCdnow)(cdnowName, () => {
  const histories = hasCdnow ? purchaseHistories(readCdnow(), dayNumber("1997-09-30"), 7) : null;

  test("has 2,357 customers in 39 weeks", () => {
    expect(histories?.customer).toHaveLength(2357);
    // the first two of cdnow_customers_summary.csv
    const rounded = [0, 1].map((i) =>
      [histories?.frequency[i], histories?.recency[i], histories?.age[i]].map((n) => Number(n?.toFixed(2))),
    );
    expect(rounded).toEqual([
      [2, 30.43, 38.86],
      [1, 1.71, 38.86],
    ]);
  });

  test("fits the BG/NBD of Fader, Hardie & Lee 2005", () => {
    const fit = histories && fitBgNbd(histories);
    near(fit?.r, 0.243);
    near(fit?.alpha, 4.414);
    near(fit?.a, 0.793);
    near(fit?.b, 2.426);
    expect(Math.abs((fit?.logLikelihood ?? 0) + 9582.4)).toBeLessThan(0.05);
    expect(fit?.isSettled).toBe(true);
  });

  test("fits the gamma-gamma of Fader & Hardie 2013", () => {
    const fit = histories && fitGammaGamma(histories);
    near(fit?.p, 6.25);
    near(fit?.q, 3.74);
    near(fit?.v, 15.44);
    expect(Math.abs((fit?.logLikelihood ?? 0) + 4055.9)).toBeLessThan(0.05);
    expect(fit).toMatchObject({ customers: 946, isSettled: true });
  });
});
