import type { Locator, Page, Request } from "@playwright/test";
import { settled } from "./settled";

/** What can be pressed. A field that is typed into is no control; what opens when it is pressed is. */
const CONTROLS = ["a[href]", "button", "summary"]
  .concat(["button", "tab", "switch", "checkbox", "radio", "combobox"].map((role) => `[role=${role}]`))
  .join(", ");
const EFFECT_MS = 4_000;
/** For reaching it: a busy machine is not a fault. */
const PRESS_MS = 20_000;
/** A page asks these by itself: what changed, what waits, how long it is used, and code for what may come next. */
const BY_ITSELF = /\/api\/trpc\/(live|session|notice|review\.counts)\b|\/_next\/static\//;

/** `signature` is what a person would call it: rows of a list share one. `reason` says why it is off, "" where nothing does. */
export type Control = {
  index: number;
  signature: string;
  isDisabled: boolean;
  reason: string;
  href: string | null;
};

/** The visible controls of the page. */
export const controlsOf = (page: Page): Promise<Control[]> =>
  page.locator(CONTROLS).evaluateAll((all) => {
    const isVisible = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      // what is drawn ahead of its time has a size already
      const isShown = element.checkVisibility({ visibilityProperty: true });
      return isShown && width > 0 && height > 0 && element.closest("[aria-hidden=true], [inert]") === null;
    };
    const textOf = (element: Element | null | undefined) => element?.textContent?.trim() ?? "";
    const reasonOf = (element: Element) => {
      const describing = (element.getAttribute("aria-describedby") ?? "").split(" ");
      const described = describing.map((id) => textOf(document.getElementById(id))).join(" ");
      const beside = element
        .closest("form, section, [role=dialog], main")
        ?.querySelector("[role=note], [role=status], [role=alert]");
      return `${element.getAttribute("title") ?? ""} ${described} ${textOf(beside)}`.trim();
    };
    const signatureOf = (element: Element) => {
      const role = element.getAttribute("role") ?? element.tagName.toLowerCase();
      const href = element.getAttribute("href")?.replace(/\?.*/, "");
      const words = href ?? element.getAttribute("aria-label") ?? textOf(element);
      return `${role} ${words
        .replace(/[\d.,:%]+/g, "#")
        .replace(/\s+/g, " ")
        .trim()}`;
    };
    return all.flatMap((element, index) => {
      if (!isVisible(element)) return [];
      const isDisabled = element.matches(":disabled, [aria-disabled=true]");
      const href = element.getAttribute("href");
      return [{ index, signature: signatureOf(element), isDisabled, reason: reasonOf(element), href }];
    });
  });

/**
 * Presses a control and says what came of it: another address, a change on the page, a question to the server, a file, a
 * window; null where nothing did. Hints that appear beside the pointer are no effect.
 */
export async function effectOf(page: Page, { index }: Pick<Control, "index">): Promise<string | null> {
  const control = page.locator(CONTROLS).nth(index);
  await settle(page, control);
  const before = page.url();
  const seen: string[] = [];
  const onRequest = (request: Request) => {
    if (!BY_ITSELF.test(request.url()) && request.headers()["next-router-prefetch"] === undefined)
      seen.push("request");
  };
  page.on("request", onRequest);
  page.once("download", () => seen.push("download"));
  page.once("popup", () => seen.push("window"));
  page.once("filechooser", () => seen.push("file chooser"));
  await watchPage(page);
  await control.click({ timeout: PRESS_MS });
  const effect = await firstEffect(page, before, seen);
  page.off("request", onRequest);
  for (const event of ["download", "popup", "filechooser"]) page.removeAllListeners(event as "download");
  return effect;
}

/**
 * The pointer is there and the focus too, and a key was pressed: what that alone changes has changed. A tab is left without
 * the focus, since that is what turns to it.
 */
async function settle(page: Page, control: Locator): Promise<void> {
  await page.keyboard.press("Shift");
  await control.scrollIntoViewIfNeeded();
  await control.hover({ timeout: PRESS_MS });
  if ((await control.getAttribute("role")) !== "tab") await control.focus();
  await settled(page);
}

const watchPage = (page: Page) =>
  page.evaluate(() => {
    const watched = window as unknown as { pageChanges: number };
    watched.pageChanges = 0;
    const HINT = "[role=tooltip], [data-radix-popper-content-wrapper]:has([role=tooltip])";
    const OF_HINTS = ["data-state", "aria-describedby", "style"];
    const isHint = (node: Node) =>
      node instanceof Element && (node.closest(HINT) ?? node.querySelector("[role=tooltip]")) !== null;
    const isOfHints = ({ type, target, attributeName, addedNodes, removedNodes }: MutationRecord) =>
      [target, ...addedNodes, ...removedNodes].some(isHint) ||
      (type === "attributes" && OF_HINTS.includes(attributeName ?? ""));
    new MutationObserver((changes) => {
      watched.pageChanges += changes.filter((change) => !isOfHints(change)).length;
    }).observe(document.documentElement, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  });

async function firstEffect(page: Page, before: string, seen: readonly string[]): Promise<string | null> {
  const until = Date.now() + EFFECT_MS;
  while (Date.now() < until) {
    if (page.url() !== before) return "address";
    const [what] = seen;
    if (what !== undefined) return what;
    const changes = await page
      .evaluate(() => (window as unknown as { pageChanges?: number }).pageChanges ?? 1)
      .catch(() => 1); // the page went away
    if (changes > 0) return "change";
    await page.waitForTimeout(50);
  }
  return null;
}
