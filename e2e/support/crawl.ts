import type { Page } from "@playwright/test";
import { settled } from "./settled";

/** Pages of one kind differ in numbers only: /customers/7 and /customers/8. Of what they are asked for, a tab or a step makes a kind. */
export function kindOf({ pathname, searchParams }: URL): string {
  const part = searchParams.get("tab") ?? searchParams.get("step");
  return pathname.replace(/\d+/g, "#") + (part === null ? "" : `/${part}`);
}

/** These leave the console, or bring a file. */
const NOT_PAGES = /^\/(api|u|p|v1)\//;

/**
 * Every kind of page that links lead to from where a person starts, with one address of each, in the order in which they
 * were found. Nobody has to list a new page.
 */
export async function pagesFrom(page: Page, start: string): Promise<string[]> {
  const found = new Map<string, string>([[start, start]]);
  const waiting = [start];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const answer = await page.goto(path);
    if (answer === null || answer.status() >= 400) throw new Error(`${path} answered ${answer?.status()}`);
    await settled(page);
    for (const link of await linksOf(page)) {
      const kind = kindOf(link);
      if (found.has(kind) || NOT_PAGES.test(link.pathname)) continue;
      const address = link.pathname + link.search;
      found.set(kind, address);
      waiting.push(address);
    }
  }
  return [...found.values()];
}

async function linksOf(page: Page): Promise<URL[]> {
  const links = await page.locator("a[href]").evaluateAll(
    (all) => all.map((link) => (link as HTMLAnchorElement).href), // only links were asked for
  );
  const { origin } = new URL(page.url());
  return links.map((href) => new URL(href)).filter((url) => url.origin === origin);
}
