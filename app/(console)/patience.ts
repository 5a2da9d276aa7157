import { headers } from "next/headers";
import { patienceFor } from "./patience-for";

/** How long the page at `path` may keep this request's reader waiting before its skeleton is sent; null: as long as it takes. */
export async function patienceMs(path: string): Promise<number | null> {
  const asked = await headers();
  return patienceFor(path, { mode: asked.get("sec-fetch-mode"), from: asked.get("referer") });
}
