/** Parts of the console in which time is counted: the first word of a page's path, nothing behind it. */
export const CONSOLE_AREAS = [
  "overview",
  "decisions",
  "campaigns",
  "review",
  "customers",
  "segments",
  "imports",
  "configuration",
  "brand",
  "settings",
  "audit",
  "inbox",
  "report",
  "other",
] as const;
export type ConsoleArea = (typeof CONSOLE_AREAS)[number];

/** The area of a page, by its path. */
export function areaOf(pathname: string): ConsoleArea {
  const first = pathname.split("/")[1];
  return CONSOLE_AREAS.find((area) => area === first) ?? "other";
}
