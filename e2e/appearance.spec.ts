import { expect, type Page } from "@playwright/test";
import { onFixedDay } from "./support/fixed-day";
import { signInAs } from "./support/journey";
import { settled } from "./support/settled";

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/**
 * Key screens of the demo company as pictures in e2e/appearance. After a change that is meant,
 * `npx playwright test appearance --update-snapshots` takes them again.
 */
const SCREENS = [
  { name: "overview", address: "/overview" },
  { name: "review", address: "/review" },
  { name: "campaign", address: "/campaigns/1" },
  { name: "campaigns", address: "/campaigns" },
  { name: "customers", address: "/customers" },
  { name: "decisions", address: "/decisions" },
  { name: "brand", address: "/brand" },
];
const ON_PHONES = ["overview", "review", "campaign"];
/** Of all pixels of a picture; hinting of fonts and a digit more or less are within it, a moved column is not. */
const TOLERANCE = 0.01;

const looksLike = (page: Page, name: string) =>
  expect(page).toHaveScreenshot(`${name}.png`, {
    mask: [page.locator("[data-passing], time")],
    maxDiffPixelRatio: TOLERANCE,
    animations: "disabled",
  });

async function open(page: Page, address: string, size: typeof DESK = DESK): Promise<void> {
  await page.setViewportSize(size);
  await page.goto(address);
  await settled(page);
  await page.evaluate(() => document.fonts.ready);
}

onFixedDay("the sign-in looks as it did, on a desk and on a phone", async ({ page }) => {
  for (const [name, size] of Object.entries({ desk: DESK, phone: PHONE })) {
    await open(page, "/sign-in", size);
    await looksLike(page, `sign-in-${name}`);
  }
});

onFixedDay("the key screens look as they did by day, by night and on a phone", async ({ page, product }) => {
  onFixedDay.setTimeout(300_000);
  await signInAs(page, "admin", product.folder);
  for (const { name, address } of SCREENS) {
    await onFixedDay.step(name, async () => {
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await open(page, address);
        await looksLike(page, `${name}-desk-${colorScheme}`);
      }
      if (!ON_PHONES.includes(name)) return;
      await open(page, address, PHONE);
      await looksLike(page, `${name}-phone-dark`);
    });
  }
});

onFixedDay("a page that has moved by a few pixels is noticed", async ({ page, product }, { config }) => {
  onFixedDay.skip(["all", "changed"].includes(config.updateSnapshots), "pictures are being taken");
  await signInAs(page, "admin", product.folder);
  await open(page, "/brand");
  await page.addStyleTag({ content: "main { padding-top: 12px }" });
  await expect(looksLike(page, "brand-desk-light")).rejects.toThrow(/pixels/);
});
