import { expect, type Page } from "@playwright/test";
import { type Control, controlsOf, effectOf } from "./support/controls";
import { pagesFrom } from "./support/crawl";
import { journey, signInAs } from "./support/journey";
import { settled } from "./support/settled";

const ROLES = ["admin", "marketer", "reviewer", "executive"];
/** These end the session or the company's sending; they have tests of their own. */
const LEFT_OUT = /^(button|menuitem) (sign out|leave)/i;

// a control may send what is refused: the browser notes the answer, and the page says why
journey.use({ expectedErrors: /the server responded with a status of 400/ });

/** What one role has pressed is enough for all. */
const pressed = new Set<string>();

/** Presses every control of a page, each on a fresh copy of it. Answers what is wrong with them. */
async function deadControls(page: Page, path: string): Promise<string[]> {
  const dead: string[] = [];
  for (let control = await nextOn(page, path); control !== null; control = await nextOn(page, path)) {
    pressed.add(control.signature);
    const fault = await faultOf(page, control);
    if (fault !== null) dead.push(`${path}: ${control.signature} ${fault}`);
  }
  return dead;
}

/** What is wrong with a control, null where an effect or a reason shows. */
async function faultOf(page: Page, control: Control): Promise<string | null> {
  if (control.isDisabled) return control.reason === "" ? "is off and does not say why" : null;
  try {
    return (await effectOf(page, control)) === null ? "does nothing" : null;
  } catch (error) {
    return `cannot be pressed: ${error}`;
  }
}

async function nextOn(page: Page, path: string): Promise<Control | null> {
  await page.goto(path);
  await settled(page);
  const here = new URL(page.url()).pathname;
  const controls = await controlsOf(page);
  // a link to the open page has nothing to do
  const isOfUse = ({ signature, href }: Control) =>
    !pressed.has(signature) &&
    !LEFT_OUT.test(signature) &&
    href !== here &&
    !href?.startsWith("#") &&
    !href?.startsWith("mailto:");
  return controls.find(isOfUse) ?? null;
}

const isClosed = async (page: Page): Promise<boolean> => (await page.locator("[data-no-access]").count()) > 0;

journey("a page that is closed to somebody is known as such", async ({ page }) => {
  await signInAs(page, "executive");
  await page.goto("/imports/new");
  await settled(page);
  expect(await isClosed(page)).toBe(true);
});

journey("a button that does nothing is found", async ({ page }) => {
  await signInAs(page, "admin");
  await page.goto("/definitions");
  await settled(page);
  await page.evaluate(() => {
    const button = document.createElement("button");
    button.textContent = "Planted";
    document.querySelector("main")?.prepend(button);
  });
  const planted = (await controlsOf(page)).find(({ signature }) => signature === "button Planted");
  expect(planted).toBeDefined();
  if (planted !== undefined) expect(await effectOf(page, planted)).toBeNull();
});

for (const role of ROLES) {
  journey(`no dead control for ${role}`, async ({ page }) => {
    journey.setTimeout(3_600_000);
    await signInAs(page, role);
    const start = new URL(page.url()).pathname;
    const dead: string[] = [];
    for (const path of await pagesFrom(page, start)) {
      await page.goto(path);
      await settled(page);
      if (await isClosed(page)) dead.push(`${path}: a link leads ${role} to a page that is closed to them`);
      dead.push(...(await deadControls(page, path)));
    }
    expect(dead).toEqual([]);
  });
}
