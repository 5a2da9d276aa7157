import { expect, type Page } from "@playwright/test";
import { journey, signInAs } from "./support/journey";
import { holdStill, PASSING } from "./support/still";

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/**
 * Screens whose shape does not depend on what the day's figures say, as pictures in e2e/appearance. Files run by name: this one before
 * those that change the company. `E2E_KIND=audit npx playwright test appearance --update-snapshots` takes them again.
 */
const SCREENS = [
  { name: "campaigns", address: "/campaigns" },
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

async function open(page: Page, address: string, size: typeof DESK = DESK): Promise<void> {
  await page.setViewportSize(size);
  await page.goto(address);
  await holdStill(page);
}

journey("the sign-in looks as it did, on a desk and on a phone", async ({ page }) => {
  for (const [name, size] of Object.entries({ desk: DESK, phone: PHONE })) {
    await open(page, "/sign-in", size);
    await looksLike(page, `sign-in-${name}`);
  }
});

journey("the key screens look as they did by day and by night", async ({ page }) => {
  journey.setTimeout(300_000);
  await signInAs(page, "admin");
  for (const { name, address } of SCREENS) {
    await journey.step(name, async () => {
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await open(page, address);
        await looksLike(page, `${name}-desk-${colorScheme}`);
      }
    });
  }
});

journey("a page that has moved by a few pixels is noticed", async ({ page }, { config }) => {
  journey.skip(config.updateSnapshots !== "missing", "pictures are being taken");
  await signInAs(page, "admin");
  await open(page, "/brand");
  await page.addStyleTag({ content: "main { padding-top: 12px }" });
  await expect(looksLike(page, "brand-desk-light")).rejects.toThrow(/pixels/);
});
