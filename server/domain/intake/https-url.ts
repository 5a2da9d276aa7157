import { type Reading, refused, taken } from "./reading";

const MAX_LENGTH = 2000;

/** An https address as people may be sent to it; other schemes run code or read in the clear, and are refused. */
export function readHttpsUrl(text: string): Reading<string> {
  const trimmed = text.trim();
  if (trimmed.length > MAX_LENGTH) return refused(`longer than ${MAX_LENGTH} characters`);
  if (!/^https:\/\//i.test(trimmed)) return refused("not an https:// address");
  try {
    const url = new URL(trimmed);
    return url.username === "" && url.password === ""
      ? taken(url.href)
      : refused("an address with a password");
  } catch {
    return refused("not an https:// address");
  }
}
