export type DiffPart = { kind: "same" | "removed" | "added"; text: string };

/** Above this many word pairs the table is not worth its memory: the texts are shown as replaced. */
const MOST_PAIRS = 4_000_000;

/**
 * What an edit took out and put in, word by word: the longest common subsequence of words and the spaces between.
 * Joining all parts but the added gives `before`, all but the removed gives `after`.
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  const old = tokens(before);
  const next = tokens(after);
  if (old.length * next.length > MOST_PAIRS) return joined([...each("removed", old), ...each("added", next)]);

  const table = commonLengths(old, next);
  const width = next.length + 1;
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length && j < next.length) {
    const [a = "", b = ""] = [old[i], next[j]];
    if (a === b) {
      parts.push({ kind: "same", text: a });
      i += 1;
      j += 1;
    } else if ((table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0)) {
      parts.push({ kind: "removed", text: a });
      i += 1;
    } else {
      parts.push({ kind: "added", text: b });
      j += 1;
    }
  }
  parts.push(...each("removed", old.slice(i)), ...each("added", next.slice(j)));
  return joined(parts);
}

/** For each pair of suffixes, the length of their longest common subsequence; row-major. */
function commonLengths(old: readonly string[], next: readonly string[]): Uint32Array {
  const width = next.length + 1;
  const table = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = next.length - 1; j >= 0; j -= 1) {
      const here = i * width + j;
      table[here] =
        old[i] === next[j]
          ? (table[here + width + 1] ?? 0) + 1
          : Math.max(table[here + width] ?? 0, table[here + 1] ?? 0);
    }
  }
  return table;
}

function tokens(text: string): string[] {
  return text.match(/\s+|[^\s]+/g) ?? [];
}

function each(kind: DiffPart["kind"], words: readonly string[]): DiffPart[] {
  return words.map((text) => ({ kind, text }));
}

/** Joins neighbours of one kind; between two same spaces, a removed run comes before an added one. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const runs: DiffPart[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last?.kind === part.kind) last.text += part.text;
    else runs.push({ ...part });
  }
  return runs;
}
