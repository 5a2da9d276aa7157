import { type APIRequestContext, expect, type Locator, type Page } from "@playwright/test";
import { importFile } from "./support/import-file";
import { expectAccessible, journey, signInAs } from "./support/journey";
import { shopFiles } from "./support/shop-files";

/** Some of them are held out of everything; at least this many messages wait. */
const PEOPLE = 44;
const LEAST = 25;
const files = shopFiles({
  prefix: "P",
  firstName: "Puffin",
  country: "IS",
  timeZone: "Atlantic/Reykjavik",
  people: PEOPLE,
});

journey.describe.configure({ mode: "serial" });
let campaignId = 0;

/** Calls the API as the page's own person. */
async function call<Out>(request: APIRequestContext, path: string, input: unknown): Promise<Out> {
  const answer = await request.post(`/api/trpc/${path}`, { data: { json: input } });
  expect(answer.ok(), await answer.text()).toBe(true);
  const { result } = (await answer.json()) as { result: { data: { json: Out } } };
  return result.data.json;
}

const countIn = async (page: Page): Promise<number> => {
  const text = await page
    .getByRole("link", { name: /^Review/ })
    .first()
    .textContent();
  const [, count = "0"] = /([\d,]+) waiting for a person/.exec(text ?? "") ?? [];
  return Number(count.replaceAll(",", ""));
};

/** What is on the desk; it changes when the next message takes its place. */
const onDesk = (page: Page): Locator => page.getByRole("region", { name: /^Message to / });

/** Presses a key and waits until the desk holds another message. */
async function decide(page: Page, ...keys: readonly string[]): Promise<string> {
  await expect(page.getByRole("button", { name: /^Approve/ })).toBeEnabled();
  const name = (await onDesk(page).getAttribute("aria-label")) ?? "";
  for (const key of keys) await page.keyboard.press(key);
  await expect(page.getByLabel(name, { exact: true })).toHaveCount(0);
  return name;
}

journey("a marketer has every message to the Puffins looked at", async ({ page }) => {
  journey.setTimeout(180_000);
  await signInAs(page, "marketer");
  await importFile(page, "customers", files.customers, PEOPLE);
  await importFile(page, "orders", files.orders, PEOPLE * 6);
  await importFile(page, "consents", files.consents, PEOPLE);
  const { id } = await call<{ id: number }>(page.request, "campaign.create", {
    name: "Bring back the Puffins",
    goal: "win-back",
    audience: { all: [{ field: "country", op: "=", value: "IS" }] },
    autonomy: "review-all",
    holdoutShare: 0,
  });
  campaignId = id;
  await call(page.request, "campaign.move", { id, to: "live" });
  await page.goto(`/campaigns/${id}`);
  await call(page.request, "run.request", { campaignId: id });
  // the page is not loaded again: the run appears and ends on it by itself
  await expect(page.getByRole("table", { name: "Runs" }).getByText("Done")).toBeVisible({ timeout: 60_000 });
});

journey(
  "a reviewer clears the queue by keyboard alone, and a colleague sees the count fall",
  async ({ page, browser }) => {
    journey.setTimeout(240_000);
    const elsewhere = await browser.newContext();
    const colleague = await elsewhere.newPage();
    await signInAs(colleague, "marketer");
    await colleague.goto("/customers");
    const before = await countIn(colleague);
    expect(before).toBeGreaterThanOrEqual(LEAST);

    await signInAs(page, "reviewer");
    await page.goto(`/review?campaign=${campaignId}`);
    const queue = page.getByRole("list", { name: "Messages" });
    await expect(queue.getByRole("listitem").nth(LEAST - 1)).toBeVisible();
    const waiting = await queue.getByRole("listitem").count();
    await expectAccessible(page);
    await page.evaluate(() => document.body.setAttribute("data-same-page", "yes"));

    const keys = page.getByRole("dialog", { name: "Keys" });
    await expect(async () => {
      await page.keyboard.press("?"); // answers once the page is alive
      await expect(keys).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await page.keyboard.press("Escape");
    await expect(keys).toBeHidden();

    // an edit, checked while it is written, and approved with one key
    await page.keyboard.press("e");
    await expect(page.getByLabel("Subject", { exact: true })).toBeFocused();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("Something was kept for you");
    await expect(page.getByText("Checked as it stands")).toBeVisible();
    await expectAccessible(page);
    await expect(page.getByRole("button", { name: /^Save and approve/ })).toBeEnabled();
    const edited = (await onDesk(page).getAttribute("aria-label")) ?? "";
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(page.getByLabel(edited, { exact: true })).toHaveCount(0);
    await expect(queue.getByRole("listitem")).toHaveCount(waiting - 1);

    // a rejection with its reason
    await decide(page, "r", "3");
    await expect(page.getByText(/ rejected, is not sent/)).toBeVisible();

    // an approval that is taken back, and given again
    const name = await decide(page, "a");
    await expect(queue.getByRole("listitem")).toHaveCount(waiting - 3);
    await page.keyboard.press("u");
    await expect(page.getByLabel(name, { exact: true })).toBeVisible();
    await expect(queue.getByRole("listitem")).toHaveCount(waiting - 2);

    // what waits for the same is approved together, that of other campaigns too, and one key takes all of it back
    await page
      .getByRole("button", { name: /^Look at / })
      .filter({ visible: true })
      .first()
      .click();
    const group = page.getByRole("dialog", { name: /^Approve / });
    const answer = group.getByRole("checkbox", { name: /^I answer for all/ });
    const all = group.getByRole("button", { name: /^Approve all/ });
    await expect(all).toBeVisible();
    if ((await answer.count()) > 0) await answer.check();
    const [count = ""] = /[\d,]+/.exec((await all.textContent()) ?? "") ?? [];
    await all.click();
    await expect(page.getByText(`${count} messages approved`, { exact: true })).toBeVisible();
    await expect.poll(() => queue.getByRole("listitem").count()).toBeLessThan(waiting - 3);
    await page.keyboard.press("u");
    await expect(page.getByText(`${count} wait again`, { exact: true })).toBeVisible();
    await expect(queue.getByRole("listitem")).toHaveCount(waiting - 2);

    for (let left = waiting - 2; left > 0; left--) {
      await decide(page, "a");
      await expect(queue.getByRole("listitem")).toHaveCount(left - 1);
    }
    await expect(page.getByText("Nothing matches")).toBeVisible();
    await expect(page.getByText(/^[\d,]+ of [\d,]+ today · median /)).toBeVisible();
    await expect(page.locator("body")).toHaveAttribute("data-same-page", "yes");

    // nobody loaded the colleague's page again
    await expect.poll(() => countIn(colleague), { timeout: 15_000 }).toBe(before - waiting);
    await elsewhere.close();
  },
);
