import { expect } from "@playwright/test";
import { accountOf } from "./support/app";
import { expectAccessible, journey } from "./support/journey";

/** What a first-time marketer and their reviewer may press, type or choose until the campaign is launched and reviewed. */
const MOST_INTERACTIONS = 40;
const NAME = "My first campaign";
let interactions = 0;

/** One thing that a person does on the screen. */
async function act(doing: Promise<unknown>): Promise<void> {
  interactions += 1;
  await doing;
}

journey.describe.configure({ mode: "serial" });

journey("a first-time marketer makes and launches a campaign by the screen alone", async ({ page }) => {
  journey.setTimeout(180_000);
  const { email, password } = accountOf("marketer");
  await page.goto("/");
  await act(page.getByLabel("Email").fill(email));
  await act(page.getByLabel("Password").fill(password));
  await act(page.getByRole("button", { name: "Sign in", exact: true }).click());
  await act(page.getByRole("link", { name: "Campaigns" }).first().click());
  await act(page.getByRole("link", { name: "New campaign" }).click());

  await act(page.getByLabel("Name").fill(NAME));
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  await expect(page).toHaveURL(/\/campaigns\/\d+\/edit/);
  await expectAccessible(page);
  await act(page.getByRole("button", { name: "Next: audience" }).click());

  await act(page.getByLabel("Value, days").fill("30"));
  await expect(page.getByRole("table", { name: "A sample of the audience" })).toBeVisible();
  await expectAccessible(page);
  await act(page.getByRole("button", { name: "Next: actions and channels" }).click());
  await act(page.getByLabel("When it leaves").selectOption("at-once"));
  await act(page.getByRole("button", { name: "Next: content" }).click());

  await act(page.getByRole("button", { name: "Write the content" }).click());
  await expect(page.getByText("Everything is written.")).toBeVisible({ timeout: 90_000 });
  await expect(page.getByRole("article", { name: /^Mail as / })).toBeVisible();
  await expectAccessible(page);
  await act(page.getByRole("button", { name: "Next: safety and launch" }).click());

  await act(page.getByRole("radio", { name: /^Review all/ }).check());
  await expect(page.getByText("Nothing blocks.")).toBeVisible();
  await expectAccessible(page);
  await act(page.getByRole("button", { name: /^Launch to \d/ }).click());
  await expect(page.getByText(/people are in the audience/)).toBeVisible();
  await act(page.getByRole("button", { name: "Launch and start the first run" }).click());
  await page.waitForURL(/\/campaigns\/\d+$/);
  await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("table", { name: "Runs" }).getByText("Done")).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page);
});

journey("its reviewer approves the first message", async ({ page }) => {
  journey.setTimeout(90_000);
  const { email, password } = accountOf("reviewer");
  await page.goto("/");
  await act(page.getByLabel("Email").fill(email));
  await act(page.getByLabel("Password").fill(password));
  await act(page.getByRole("button", { name: "Sign in", exact: true }).click());
  await act(
    page
      .getByRole("link", { name: /^Campaigns/ })
      .first()
      .click(),
  );
  await act(page.getByRole("link", { name: NAME, exact: true }).click());
  await act(page.getByRole("link", { name: "Open in review" }).click());
  await expect(page.getByRole("list", { name: "Messages" }).getByText(NAME).first()).toBeVisible();
  await act(page.getByRole("button", { name: /^Approve/ }).click());
  await expect(page.getByText(/ approved, leaves /)).toBeVisible();
  expect(interactions).toBeLessThan(MOST_INTERACTIONS);
});

journey("changes to it are kept as a draft until they are published", async ({ page }) => {
  const { email, password } = accountOf("marketer");
  await page.goto("/");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("link", { name: "Campaigns" }).first().click();
  await page.getByRole("link", { name: NAME }).click();
  await page.getByRole("link", { name: "Edit as a draft" }).click();
  await page.getByLabel("Brief for the writer").fill("Mention the new season.");
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  await expect(page.getByText("Unpublished changes")).toBeVisible();
  await page.getByRole("link", { name: /^History/ }).click();
  await expect(page.getByText("Mention the new season.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Go on editing" }).click();
  await page.getByRole("link", { name: /Safety and launch/ }).click();
  await page.getByRole("button", { name: "Publish the changes" }).click();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.waitForURL(/\/campaigns\/\d+$/);
  await expect(page.getByText("Unpublished changes")).toHaveCount(0);
});
