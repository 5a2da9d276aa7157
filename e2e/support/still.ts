import type { Page } from "@playwright/test";
import { settled } from "./settled";

/** What differs from day to day by nature: lines of charts, mails, and rows that come and go. Their place is still compared. */
export const PASSING = "svg.recharts-surface, iframe, tbody, [aria-label=Messages] li";

/**
 * Makes a page say the same on every day: its digits are noughts, its months and days of the week one of each. Words, order,
 * sizes, colours and space stay, which is what a comparison of looks is about.
 */
export async function holdStill(page: Page): Promise<void> {
  await settled(page);
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => {
    const MONTH = /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b/g;
    const DAY = /\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b/g;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const words = text.nodeValue ?? "";
      const still = words.replace(/\d/g, "0").replace(MONTH, "Jan").replace(DAY, "Mon");
      if (still !== words) text.nodeValue = still;
    }
  });
}
