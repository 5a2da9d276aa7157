/**
 * How well a typed text fits a page or an action, 0 (not at all) to 1. What is typed must begin a word: “pol” finds
 * policy, not camPaigns with an o and an l somewhere. The title counts more than the other words.
 */
export function matchWords(title: string, typed: string, words: readonly string[] = []): number {
  const wanted = typed.trim().toLowerCase().split(/\s+/);
  const scores = wanted.map((part) => {
    if (begins(title, part)) return title.toLowerCase().startsWith(part) ? 1 : 0.8;
    return words.some((word) => begins(word, part)) ? 0.5 : 0;
  });
  return Math.min(...scores);
}

function begins(text: string, part: string): boolean {
  return text
    .toLowerCase()
    .split(/[\s,-]+/)
    .some((word) => word.startsWith(part));
}
