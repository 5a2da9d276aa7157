import { describe, expect, test } from "vitest";
import { fitBgNbd } from "./fit-bg-nbd";
import { fitGammaGamma } from "./fit-gamma-gamma";
import { purchaseHistories } from "./purchase-histories";
import { cdnowName, dayNumber, hasCdnow, readCdnow, readCdnowSummary } from "./testing/cdnow";

/** Within half a percent. */
const near = (value: number | undefined, published: number) =>
  expect(Math.abs((value ?? Number.NaN) / published - 1)).toBeLessThan(0.005);

describe.skipIf(!hasCdnow)(cdnowName, () => {
  const histories = hasCdnow ? purchaseHistories(readCdnow(), dayNumber("1997-09-30"), 7) : null;

  test("has the histories of the summary that comes with it", () => {
    const summary = readCdnowSummary();
    expect(summary).toHaveLength(2357);
    expect(histories?.frequency).toEqual(Int32Array.from(summary, ([x]) => x));
    summary.forEach(([, recency, age], i) => {
      // rounded to hundredths there
      expect(Math.abs((histories?.recency[i] ?? Number.NaN) - recency)).toBeLessThan(0.0051);
      expect(Math.abs((histories?.age[i] ?? Number.NaN) - age)).toBeLessThan(0.0051);
    });
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
