import { Kbd } from "./kbd";
import type { KeyLine } from "./page-keys";

/** Keys in a row, with a dash where a range is meant. */
export function KeyNames({ keys }: { keys: KeyLine[0] }) {
  return keys.map((key) => (key === "–" ? <span key={key}>–</span> : <Kbd key={key}>{key}</Kbd>));
}
