import { expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible, journey, signInAs } from "./support/journey";
import { settled } from "./support/settled";

/** The overview is where an executive lands: from there, this many presses lead to an answer and to what stands behind it. */
const MOST_CLICKS = 2;

/** Presses what is given and counts: the journey may press nothing else. */
function presser() {
  let clicks = 0;
  return {
    press: async (control: Locator) => {
      clicks++;
      await control.click();
    },
    count: () => clicks,
  };
}

const numberIn = (text: string | null): number => Number((text ?? "").replace(/[^\d]/g, ""));

/** Waits until the list has counted as many: decisions, or the people behind a figure. Before, it says what it has loaded. */
async function expectListed(
  page: Page,
  count: number,
  noun: "decision" | "person" = "decision",
): Promise<void> {
  await page.waitForURL(/\/decisions\?/);
  const words = { decision: /([\d,]+) decisions?/, person: /([\d,]+) (?:person|people)/ }[noun];
  const total = page.getByRole("status").filter({ hasText: words });
  await expect
    .poll(async () => numberIn(words.exec((await total.textContent()) ?? "")?.[1] ?? null))
    .toBe(count);
}

journey(
  "an executive learns whether last week earned, and sees the decisions behind it",
  async ({ page }) => {
    journey.setTimeout(120_000);
    await signInAs(page, "executive");
    await page.waitForURL(/\/overview/);
    await settled(page);
    const { press, count } = presser();

    await press(page.getByText("Last week", { exact: true }));
    await page.waitForURL(/from=.*to=/);
    const answer = page.getByText(
      /^(Yes, marketing earned|No, marketing did not earn|Not enough data to say whether marketing earned): /,
    );
    await expect(answer).toBeVisible();
    expect(count()).toBe(1);
    await expect(answer).toContainText(/a touch|needed/);
    await expectAccessible(page);

    const behind = page.getByRole("link", { name: /^[\d,]+ touches$/ });
    const touches = numberIn(await behind.textContent());
    expect(touches).toBeGreaterThan(0);
    await press(behind);
    await expectListed(page, touches);
    expect(count()).toBeLessThanOrEqual(MOST_CLICKS);
  },
);

journey("the decisions behind a card and a campaign are as many as the figure says", async ({ page }) => {
  journey.setTimeout(300_000);
  await signInAs(page, "executive");
  await page.goto("/overview");
  await settled(page);
  await page.getByText("Last week", { exact: true }).click();
  await page.waitForURL(/from=.*to=/);
  await settled(page);
  const lastWeek = page.url();

  const cards = [
    {
      card: /^Conversion/,
      above: "Those that led to an order",
      below: "All messages that left",
      noun: "person",
    },
    { card: /^Open rate/, above: "Those opened", below: "All messages that left", noun: "decision" },
    { card: /^Click rate/, above: "Those clicked", below: "All messages that left", noun: "decision" },
    {
      card: /^Overridden by a person/,
      above: "Those rejected or edited",
      below: "All that were to be sent",
      noun: "decision",
    },
    { card: /^Brand tone consistency/, above: null, below: "All with a message", noun: "decision" },
  ] as const;
  for (const { card, above, below, noun } of cards) {
    for (const side of [below, above]) {
      if (side === null) continue;
      await page.goto(lastWeek);
      await settled(page);
      const { press, count } = presser();
      await press(page.getByRole("button", { name: card }));
      const dialog = page.getByRole("dialog");
      const made = await dialog.getByText(/^[\d,]+ \/ [\d,]+$/).textContent();
      await press(dialog.getByRole("link", { name: side }));
      await expectListed(page, numberIn(made?.split("/")[side === below ? 1 : 0] ?? null), noun);
      expect(count()).toBeLessThanOrEqual(MOST_CLICKS);
    }
  }

  await page.goto(lastWeek);
  await settled(page);
  const row = page.getByRole("table", { name: "Figures by campaign" }).getByRole("row").nth(1);
  const decided = row.getByRole("link").nth(1);
  const decisions = numberIn(await decided.textContent());
  await decided.click();
  await expectListed(page, decisions);
});
