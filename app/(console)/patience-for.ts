/** A page that is well takes less. An empty window for longer would look like a server that is gone. */
const PATIENCE_MS = 500;

type Asked = {
  /** what the browser says it is doing: `navigate` opens an address */
  mode: string | null;
  /** the address from which was asked */
  from: string | null;
};

/** Whoever asks from the page itself changes a filter or brings it up to date, and keeps it in view meanwhile: null. */
export function patienceFor(path: string, { mode, from }: Asked): number | null {
  const isOnIt = from !== null && URL.canParse(from) && new URL(from).pathname === path;
  return isOnIt && mode !== "navigate" ? null : PATIENCE_MS;
}
