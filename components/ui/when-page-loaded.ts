/** Resolves when the page has loaded: until then nothing is fetched that nobody can need before. Runs in a browser. */
export const whenPageLoaded = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.readyState === "complete") resolve();
    else window.addEventListener("load", () => resolve(), { once: true });
  });
