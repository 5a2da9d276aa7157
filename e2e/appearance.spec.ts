import { expect, type Page } from "@playwright/test";
import { journey, signInAs } from "./support/journey";
import { holdStill, PASSING } from "./support/still";

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/**
 * The screens on which the three people spend their day, as pictures in e2e/appearance. Files run by name: this one before
 * those that change the company. `npx playwright test appearance --update-snapshots` takes the pictures again.
 */
const SCREENS = [
  { name: "overview", address: "/overview" },
  { name: "campaigns", address: "/campaigns" },
  { name: "review", address: "/review" },
  { name: "customers", address: "/customers" },
  { name: "decisions", address: "/decisions" },
  { name: "brand", address: "/brand" },
];
/** Of all pixels of a picture; hinting of fonts and a digit more or less are within it, a moved column is not. */
const TOLERANCE = 0.01;

const looksLike = (page: Page, name: string) =>
  expect(page).toHaveScreenshot(`${name}.png`, {
    mask: [page.locator(PASSING)],
    maxDiffPixelRatio: TOLERANCE,
    animations: "disabled",
  });

async function open(page: Page, address: string, size = DESK): Promise<void> {
  await page.setViewportSize(size);
  await page.goto(address);
  await holdStill(page);
}

journey("the sign-in looks as it did", async ({ page }) => {
  await open(page, "/sign-in");
  await looksLike(page, "sign-in");
});

journey("the key screens look as they did, on a desk by day and on a phone by night", async ({ page }) => {
  journey.setTimeout(300_000);
  await signInAs(page, "admin");
  for (const { name, address } of SCREENS) {
    await journey.step(name, async () => {
      await page.emulateMedia({ colorScheme: "light" });
      await open(page, address);
      await looksLike(page, `${name}-desk-light`);
      await page.emulateMedia({ colorScheme: "dark" });
      await open(page, address, PHONE);
      await looksLike(page, `${name}-phone-dark`);
    });
  }
});

journey("a page that has moved by a few pixels is noticed", async ({ page }) => {
  await signInAs(page, "admin");
  await open(page, "/brand");
  await page.addStyleTag({ content: "main { padding-top: 12px }" });
  await expect(looksLike(page, "brand-desk-light")).rejects.toThrow(/pixels/);
});
