import { expect, type Page } from "@playwright/test";

type CsvFile = { name: string; mimeType: string; buffer: Buffer };

/** Imports a file as a marketer does, and waits until all of it is in. */
export async function importFile(page: Page, kind: string, file: CsvFile, accepted: number): Promise<void> {
  await page.goto(`/imports/new?kind=${kind}`);
  await page.getByLabel("Choose a CSV file").setInputFiles(file);
  await expect(page.getByRole("heading", { name: "Columns" })).toBeVisible();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.waitForURL(/\/imports\/\d+/);
  await expect(page.getByText("Done", { exact: true }).first()).toBeVisible({ timeout: 30_000 });
  const rows = page.getByText("Accepted", { exact: true }).locator("xpath=../..");
  await expect(rows).toContainText(String(accepted));
}
