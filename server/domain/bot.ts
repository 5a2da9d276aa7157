import { SECOND_MS } from "./time";

/** What is known of a request for a pixel or a link. Header names are lower case. */
export type Visit = {
  kind: "open" | "click";
  method: string;
  headers: Readonly<Record<string, string | undefined>>;
  /** from the provider's acceptance to this request; negative while the provider has not answered yet */
  sinceSentMs: number;
};

/**
 * Software that opens mail before a person does, by its own name: mail gateways, link checkers, scripts.
 * Gathered from the vendors' pages and from reports of senders; docs/delivery.md lists them.
 */
const MACHINE =
  /barracuda|mimecast|proofpoint|fireeye|trend ?micro|\btmes\b|symantec|messagelabs|sophos|fortinet|fortiguard|cisco|ironport|checkpoint|zscaler|vade|bitdefender|kaspersky|safelinks|microsoft office existence|urldefense|bot\b|crawl|spider|slurp|preview|facebookexternalhit|headless|phantomjs|python|curl|wget|okhttp|go-http|java\/|libwww|perl|ruby|axios|node-fetch|undici|httpclient/i;

/** A whole user agent of just this is Apple's mail proxy (Mail Privacy Protection), which loads every pixel unseen. */
const APPLE_PROXY = /^Mozilla\/5\.0$/;

/** Sooner than this after delivery it was a scanner: people need to see the mail first. */
const SOONEST_MS = { open: 2 * SECOND_MS, click: 5 * SECOND_MS } as const;

/** Links of one message that were followed within this time were followed by a machine. */
export const TOGETHER_MS = SECOND_MS;

/**
 * Whether a machine made the visit: the reason, or null for a person. In doubt it says person, for Google's image proxy
 * fetches when the reader opens. A machine's visit is kept and counted nowhere.
 * Source: docs/decisions/026.
 */
export function botReason({ kind, method, headers, sinceSentMs }: Visit): string | null {
  if (method !== "GET") return "method";
  if (isPrefetch(headers)) return "prefetch";
  const agent = headers["user-agent"]?.trim() ?? "";
  if (agent === "") return "no-user-agent";
  if (APPLE_PROXY.test(agent)) return "apple-mail-privacy";
  if (MACHINE.test(agent)) return "user-agent";
  return sinceSentMs < SOONEST_MS[kind] ? "too-soon" : null;
}

/** `Sec-Purpose` of the Fetch standard, and the names that browsers used before it. */
const isPrefetch = (headers: Visit["headers"]): boolean =>
  ["sec-purpose", "purpose", "x-purpose", "x-moz"].some((name) =>
    /prefetch|prerender|preview|instant/i.test(headers[name] ?? ""),
  );

/** Whether a click belongs to a burst: another link of the same message was followed at nearly the same time. */
export const isBurst = (
  click: { n: number; atMs: number },
  others: readonly { n: number; atMs: number }[],
): boolean => others.some((other) => other.n !== click.n && Math.abs(other.atMs - click.atMs) <= TOGETHER_MS);
