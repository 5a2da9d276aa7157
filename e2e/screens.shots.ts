import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import { kindOf, pagesFrom } from "./support/crawl";
import { journey, signInAs } from "./support/journey";
import { settled } from "./support/settled";

const FOLDER = "screens";
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
const SCHEMES = ["light", "dark"] as const;

const nameOf = (address: string) =>
  kindOf(new URL(address, "http://localhost")).slice(1).replaceAll("/", "-").replaceAll("#", "one") ||
  "start";

/** Every page as it is, in both widths and both schemes: screens/<what>/<page>-<width>-<scheme>.png */
async function shoot(page: Page, what: string, addresses: readonly string[]): Promise<void> {
  const folder = path.join(FOLDER, what);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const address of addresses) {
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        await page.goto(address);
        await settled(page);
        // drawings that are not near the window come for a printer, and for a picture
        await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
        await settled(page);
        const file = path.join(folder, `${nameOf(address)}-${size.width}-${colorScheme}.png`);
        await page.screenshot({ path: file, fullPage: true, animations: "disabled" });
      }
    }
  }
}

journey("every page of the demo company", async ({ page }) => {
  journey.setTimeout(3_600_000);
  await shoot(page, "signed-out", ["/sign-in"]);
  await signInAs(page, "admin");
  await shoot(page, "full", await pagesFrom(page, "/overview"));
});

journey("every page of a company that has just begun", async ({ page }) => {
  journey.setTimeout(3_600_000);
  await signInAs(page, "admin");
  await page.goto("/settings?tab=own-data");
  await page.getByRole("button", { name: "Remove the demo company" }).click();
  const field = page.getByLabel(/^Type .* to go on$/);
  const [, name = ""] =
    /^Type (.*) to go on$/.exec((await page.getByText(/^Type .* to go on$/).textContent()) ?? "") ?? [];
  await field.fill(name);
  await page.getByRole("button", { name: "Remove and start" }).click();
  await page.waitForURL("**/overview", { timeout: 120_000 });
  await expect(page.getByText(name)).toHaveCount(0);
  await shoot(page, "empty", await pagesFrom(page, "/overview"));
});
