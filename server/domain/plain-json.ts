/** Deeper than any input of ours; recursive code behind the parser would run out of stack. */
const MAX_DEPTH = 64;

/** Keys by which careless code reaches the prototypes of all objects. */
const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype"]);

/**
 * What speaks against taking a JSON text from outside, or null: it may be read.
 *
 * Refused are nesting beyond 64 levels, keys that name prototypes, and texts that PostgreSQL cannot keep as they are:
 * with the character NUL, or with half of a surrogate pair.
 */
export function problemInJson(text: string): string | null {
  if (isTooDeep(text)) return `nested deeper than ${MAX_DEPTH} levels`;
  let problem: string | null = null;
  const inspect = (key: string, value: unknown): unknown => {
    if (FORBIDDEN_KEYS.has(key)) problem ??= `the key ${key} is not allowed`;
    problem ??= problemInText(key) ?? (typeof value === "string" ? problemInText(value) : null);
    return value;
  };
  try {
    JSON.parse(text, inspect);
  } catch {
    return "not valid JSON";
  }
  return problem;
}

/** With the flag u, a pair is one character and only a half matches. */
const LONE_SURROGATE = /\p{Cs}/u;

function problemInText(text: string): string | null {
  if (text.includes("\0")) return "a text holds the character NUL";
  return LONE_SURROGATE.test(text) ? "a text holds half of a surrogate pair" : null;
}

/** Looks at brackets outside strings, before anything recursive sees the text. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? "";
    if (char === '"') i = endOfString(text, i);
    else depth += STEP[char] ?? 0;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

const STEP: Readonly<Record<string, number>> = { "[": 1, "{": 1, "]": -1, "}": -1 };

/** Where the string that begins at `start` ends; the text's length where it does not. */
function endOfString(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length && text[i] !== '"') i += text[i] === "\\" ? 2 : 1;
  return i;
}
