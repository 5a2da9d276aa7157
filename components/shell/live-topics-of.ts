import type { LiveTopic } from "@/server/domain/live-topic";

/** What a page shows that changes by itself. Review asks for its own answers anew and is not here. */
const PAGES: readonly [start: string, topics: readonly LiveTopic[]][] = [
  ["/overview", ["outcome", "outbox", "campaign"]],
  ["/campaigns", ["campaign", "outbox", "outcome"]],
  ["/experiments", ["outcome", "outbox"]],
  ["/decisions", ["campaign", "outbox"]],
  ["/imports", ["import"]],
  ["/inbox", ["outbox"]],
];

/** Pages in which somebody writes are left alone. */
const WRITING = /\/(new|edit)(\/|$)/;

export function liveTopicsOf(pathname: string): readonly LiveTopic[] {
  if (WRITING.test(pathname)) return [];
  return PAGES.find(([start]) => pathname === start || pathname.startsWith(`${start}/`))?.[1] ?? [];
}
