import type { Page } from "@playwright/test";

const QUIET_MS = 300;
const PATIENCE_MS = 8_000;

/**
 * Resolves when the page has shown its content and stopped changing. Live pages keep a connection open, so that silence
 * on the network says nothing.
 */
export async function settled(page: Page): Promise<void> {
  await page.locator("main").first().waitFor();
  await page.evaluate(
    ([quiet, patience]) =>
      new Promise<void>((resolve) => {
        const done = () => {
          observer.disconnect();
          resolve();
        };
        let timer = setTimeout(done, quiet);
        const observer = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(done, quiet);
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        setTimeout(done, patience);
      }),
    [QUIET_MS, PATIENCE_MS] as const,
  );
}
