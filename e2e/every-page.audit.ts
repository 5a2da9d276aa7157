import { expect, type Page } from "@playwright/test";
import { pagesFrom } from "./support/crawl";
import { expectAccessible, journey, signInAs } from "./support/journey";
import { settled } from "./support/settled";

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };
/** What a page may load of scripts before it can be used, compressed. */
const MAX_SCRIPT_BYTES = 250 * 1024;
/** How much of what is in view may move by itself while a page comes: Cumulative Layout Shift, a share without unit. */
const MAX_LAYOUT_SHIFT = 0.1;

/** Compressed bytes of the scripts that the browser asked for until the page had loaded, with nothing in its cache. */
async function scriptBytesOf(page: Page, path: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await page.goto(path);
  // by the page's own clock: whoever watches from outside learns late, on a busy machine, that it has loaded
  const bytes = await page.evaluate(() => {
    const [page] = performance.getEntriesByType("navigation");
    const loadedMs = (page as PerformanceNavigationTiming).loadEventStart;
    const scripts = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    return scripts
      .filter(({ name, startTime }) => new URL(name).pathname.endsWith(".js") && startTime < loadedMs)
      .reduce((sum, { transferSize }) => sum + transferSize, 0);
  });
  expect(bytes, `scripts on ${path}`).toBeGreaterThan(0);
  await session.detach();
  return bytes;
}

/** What has moved by itself since the page began. */
const layoutShiftOf = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((tell) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const { value, hadRecentInput } of list.getEntries().map((entry) => entry.toJSON()))
            if (!hadRecentInput) sum += value;
          tell(sum);
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => tell(sum), 250); // nobody is told of none
      }),
  );

const overflowOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

journey(
  "every page an admin can reach is accessible in light and dark, fits a phone and stays light",
  async ({ page }) => {
    journey.setTimeout(900_000);
    await signInAs(page, "admin");
    const paths = await pagesFrom(page, "/overview");
    expect(paths.length, paths.join(" ")).toBeGreaterThan(15);
    for (const path of paths) {
      await journey.step(path, async () => {
        await page.setViewportSize(DESK);
        expect(await scriptBytesOf(page, path), `bytes of script on ${path}`).toBeLessThan(MAX_SCRIPT_BYTES);
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          await settled(page);
          await expectAccessible(page);
        }
        expect(await layoutShiftOf(page), `layout shift on ${path}`).toBeLessThan(MAX_LAYOUT_SHIFT);
        await page.setViewportSize(PHONE);
        await expect
          .poll(() => overflowOf(page), { message: `${path} is wider than a phone` })
          .toBeLessThanOrEqual(0);
      });
    }
  },
);
