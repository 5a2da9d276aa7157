import { headers } from "next/headers";

/** Long enough for a page that is well; an empty window for longer would look like a server that is gone. */
const PATIENCE_MS = 500;

/**
 * How long a page may keep its reader waiting before a skeleton is sent. A browser that opens an address has nothing to show
 * meanwhile; one that goes from page to page, or changes a filter, keeps what it has.
 */
export async function patienceMs(): Promise<number | null> {
  return (await headers()).get("sec-fetch-mode") === "navigate" ? PATIENCE_MS : null;
}
