type Entry = { kind: string; name: string; runId: number | null };

/**
 * A message and the decision that it came of are told as one: the decision falls away, and the message says whether a
 * person had to let it go first. A run decides once about a customer.
 */
export function foldDecisions<E extends Entry>(entries: readonly E[]): (E & { wasHeld: boolean })[] {
  const sentBy = new Set(entries.flatMap(({ kind, runId }) => (kind === "sent" ? [runId] : [])));
  const heldBy = new Set(
    entries.flatMap(({ kind, name, runId }) => (kind === "decision" && name === "held" ? [runId] : [])),
  );
  return entries
    .filter(({ kind, runId }) => kind !== "decision" || !sentBy.has(runId))
    .map((entry) => ({ ...entry, wasHeld: entry.kind === "sent" && heldBy.has(entry.runId) }));
}
