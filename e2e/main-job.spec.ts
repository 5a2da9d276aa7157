import { expect, type Page } from "@playwright/test";
import { importFile } from "./support/import-file";
import { expectAccessible, journey, signInAs } from "./support/journey";
import { consentsFile, customersFile, ordersFile, peopleCount } from "./support/new-customers";

/** Delivery is looked at once a minute, and a reviewer's verdict can be undone for a few seconds. */
const DELIVERY_MS = 150_000;

journey.describe.configure({ mode: "serial" });

journey("an admin lets mail leave at any hour and verdicts stand soon", async ({ page }) => {
  await signInAs(page, "admin");
  await page.goto("/configuration/configuration");
  await page.getByLabel("Mail from").fill("0");
  await page.getByLabel("Mail until").fill("24");
  await page.getByLabel("What changes and why").fill("Mail at any hour");
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Publish version/ }).click();
  await expect(page.getByText(/Version \d+ is published/)).toBeVisible();

  await page.goto("/configuration/policy");
  await page.getByLabel("Can be undone for").fill("0.3");
  await page.getByLabel("What changes and why").fill("Eighteen seconds to undo");
  await page.getByRole("button", { name: /^Publish version/ }).click();
  await expect(page.getByText(/Version \d+ is published/)).toBeVisible();
});

journey("a marketer imports customers, orders and consents, and launches a win-back", async ({ page }) => {
  journey.setTimeout(180_000);
  await signInAs(page, "marketer");
  await importFile(page, "customers", customersFile, peopleCount);
  await expect(page.getByText(/address/i).first()).toBeVisible();
  await expectAccessible(page);
  await importFile(page, "orders", ordersFile, peopleCount * 6);
  await importFile(page, "consents", consentsFile, peopleCount);

  await page.goto("/campaigns/new");
  await page.getByLabel("Name").fill("Bring back the Keas");
  await page.getByRole("button", { name: "Next: audience" }).click();
  await page.getByLabel("Value, days").fill("90");
  await page.getByRole("button", { name: "Add a rule", exact: true }).click();
  await page.getByLabel("Fact").nth(1).selectOption("country");
  await page.getByLabel("Add a country").selectOption("NZ");
  await expect(page.getByText(`${peopleCount} people now`)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Next: actions and channels" }).click();
  await page.getByLabel("When it leaves").selectOption("at-once");
  await expectAccessible(page);
  await page.getByRole("link", { name: /Safety and launch/ }).click();
  await page.getByLabel("Holdout").fill("0");
  await page.getByRole("radio", { name: /^Review all/ }).check();
  await expect(page.getByText(/^Saved /)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Launch to / }).click();
  await page.getByRole("button", { name: "Launch only" }).click();

  await page.waitForURL(/\/campaigns\/\d+$/);
  await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
  await page.getByRole("button", { name: "Start a run" }).click();
  await expect(page.getByRole("table", { name: "Runs" }).getByText("Done")).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page);
});

journey("a reviewer approves by key, takes it back, and rejects with a reason", async ({ page }) => {
  journey.setTimeout(120_000);
  await signInAs(page, "reviewer");
  await page.goto("/review");
  const campaign = page.getByRole("combobox", { name: /^Campaign/ });
  await expect(async () => {
    await campaign.selectOption({ label: "Bring back the Keas" });
    await expect(page).toHaveURL(/campaign=\d+/, { timeout: 1_000 });
  }).toPass();
  const queue = page.getByRole("list", { name: "Messages" });
  await expect(queue.getByText("Bring back the Keas").first()).toBeVisible();
  await expect(queue.getByText("Win back quiet customers")).toHaveCount(0);
  await expectAccessible(page);
  const waiting = await queue.getByRole("listitem").count();
  expect(waiting).toBeGreaterThanOrEqual(3);

  const onDesk = page.getByRole("region", { name: /^Message to / });
  await expect(page.getByRole("button", { name: /^Approve/ })).toBeEnabled();
  const rejected = (await onDesk.getAttribute("aria-label")) ?? "";
  await page.keyboard.press("a");
  await expect(queue.getByRole("listitem")).toHaveCount(waiting - 1);
  await expect(page.getByText(/ approved, leaves /)).toBeVisible();
  await page.keyboard.press("u");
  await expect(queue.getByRole("listitem")).toHaveCount(waiting);

  await expect(page.getByText(/ waits again/)).toBeVisible();
  await expect(page.getByLabel(rejected, { exact: true })).toBeVisible(); // it is on the desk again
  await page.getByRole("button", { name: /^Reject/ }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /Wrong moment/ })
    .click();
  await expect(queue.getByRole("listitem")).toHaveCount(waiting - 1);
  await expect(page.getByLabel(rejected, { exact: true })).toHaveCount(0); // the next one is on the desk

  for (let left = waiting - 1; left > 0; left--) {
    const name = (await onDesk.getAttribute("aria-label")) ?? "";
    await expect(page.getByRole("button", { name: /^Approve/ })).toBeEnabled();
    await page.keyboard.press("a");
    await expect(queue.getByRole("listitem")).toHaveCount(left - 1);
    await expect(page.getByLabel(name, { exact: true })).toHaveCount(0); // the next one is on the desk
  }
});

/** Whether a customer may be written to, by the API and in the name of whoever is signed in. */
async function permissionOf(page: Page, email: string) {
  const input = encodeURIComponent(JSON.stringify({ json: { search: email } }));
  const answer = await page.request.get(`/api/trpc/customer.list?input=${input}`);
  const { rows } = (await answer.json()).result.data.json;
  expect(rows, `customers who go by ${email}`).toHaveLength(1);
  const [{ emailConsent, suppression }] = rows;
  return { emailConsent, suppression };
}

journey(
  "the mails leave, one click unsubscribes, and a link scanner changes nothing",
  async ({ page, request }) => {
    journey.setTimeout(DELIVERY_MS + 60_000);
    await signInAs(page, "marketer");
    await expect(async () => {
      await page.goto("/inbox?q=kea");
      await expect(
        page
          .getByRole("list", { name: /^Mails/ })
          .getByText(/kea\d+@example\.test/)
          .first(),
      ).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: DELIVERY_MS, intervals: [5_000] });
    await page
      .getByRole("list", { name: /^Mails/ })
      .getByRole("link")
      .first()
      .click();
    await expect(page.getByRole("tab", { name: "Headers" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("tab", { name: "Headers" }).click();
    const header = page.getByRole("row", { name: /^List-Unsubscribe\b/ }).first();
    const address = /<(https?:[^>]+)>/.exec((await header.textContent()) ?? "")?.[1];
    expect(address, "the List-Unsubscribe header names an address").toBeDefined();
    if (address === undefined) return;

    const to = (await page.getByRole("row", { name: /^To\b/ }).first().textContent()) ?? "";
    const reader = /kea\d+@example\.test/.exec(to)?.[0] ?? "";

    const subscribed = { emailConsent: "granted", suppression: null };
    expect(await permissionOf(page, reader)).toEqual(subscribed);
    const scanner = { headers: { "user-agent": "Mozilla/5.0 (compatible; a link scanner)" } };
    expect((await request.head(address, scanner)).status()).toBe(200);
    expect((await request.get(address, scanner)).status()).toBe(200);
    expect(await permissionOf(page, reader)).toEqual(subscribed);

    const click = { form: { "List-Unsubscribe": "One-Click" }, maxRedirects: 0 };
    expect((await request.post(address, click)).status()).toBe(200);
    expect(await permissionOf(page, reader)).toEqual({
      emailConsent: "withdrawn",
      suppression: "unsubscribed",
    });
  },
);

journey(
  "an executive sees revenue per touch beside the holdout, and may change nothing",
  async ({ page }) => {
    await signInAs(page, "executive");
    await page.goto("/overview");
    await expect(page.getByText("Revenue per touch, attributed").first()).toBeVisible();
    await expect(page.getByText("Revenue per touch, incremental").first()).toBeVisible();
    await expect(page.getByText(/from [\d,]+ touches/).first()).toBeVisible();
    await expectAccessible(page);
    await page.goto("/audit");
    await page.getByRole("button", { name: "Verify now" }).click();
    await expect(
      page.getByText(
        /^Verified .* fit their hashes\. Among them is each decision of a run; .* and Decisions the rest\.$/,
      ),
    ).toBeVisible();
    await page.goto("/campaigns");
    await page.getByRole("link", { name: "Bring back the Keas", exact: true }).first().click();
    await page.waitForURL(/\/campaigns\/\d+$/);
    await expect(page.getByRole("button", { name: "Start a run" })).toHaveCount(0);
  },
);
