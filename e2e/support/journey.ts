import { test as base, expect, type Page } from "@playwright/test";
import axe from "axe-core";
import { accountOf } from "./app";

/**
 * React says so of parts of a page that were still to come when it was left for another address: the browser ends a page
 * that is not all there, and nobody sees it any more. Of parts that failed on the server it says the same, on a page that stays.
 */
const CUT_OFF = /Minified React error #419\b/;

/** Playwright's test, which fails as well where a page wrote an error to the browser's console. */
export const journey = base.extend<{ quietConsole: null; expectedErrors: RegExp | null }>({
  expectedErrors: [null, { option: true }],
  quietConsole: [
    async ({ context, expectedErrors }, use) => {
      const errors: string[] = [];
      context.on("console", (message) => {
        if (message.type() === "error" && !expectedErrors?.test(message.text()))
          errors.push(`${message.text()} (${message.location().url}, on ${message.page()?.url()})`);
      });
      const leftFor = new Map<Page, string>();
      context.on("request", (request) => {
        const page = request.isNavigationRequest() ? request.frame().page() : null;
        if (page !== null && request.frame() === page.mainFrame()) leftFor.set(page, request.url());
      });
      context.on("weberror", (event) => {
        const page = event.page();
        const isBeingLeft = page !== null && leftFor.get(page) !== page.url();
        if (!(isBeingLeft && CUT_OFF.test(String(event.error()))))
          errors.push(`${event.error()} (${page?.url()})`);
      });
      await use(null);
      expect(errors, "errors in the browser's console").toEqual([]);
    },
    { auto: true },
  ],
});

/** Signs in as the demo company's account of a role, and waits for the console. */
export async function signInAs(page: Page, role: string, folder?: string): Promise<void> {
  const { email, password } = accountOf(role, folder);
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** Figures that are about to be replaced are dimmed for that long. */
const DIMMED = ".opacity-45, .opacity-50";

/** No serious or critical finding of axe on the page once all of it has come. Mails are left out: their frames run no script, ours included. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.locator(DIMMED)).toHaveCount(0);
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      iframes: false,
    });
    return violations.map(({ id, impact, nodes }) => ({ id, impact, html: nodes.map(({ html }) => html) }));
  });
  const severe = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  const findings = severe.map(({ id, html }) => `${id}: ${html.join(" | ")}`);
  expect(findings, `axe on ${page.url()}`).toEqual([]);
}
