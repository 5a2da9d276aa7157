export type Shares = { toOutboxShare: number; heldShare: number; candidates: number };

/** Below so many customers chance alone moves the shares. */
const ENOUGH = 5_000;
const LEAST_TO_OUTBOX = 0.6;
const HELD = { from: 0.04, to: 0.06 };
const LEAST_CANDIDATES = 3;

/** In what the customers of a bench are not those that its figures are about, in words; empty where they are. */
export function offTarget(customers: number, { toOutboxShare, heldShare, candidates }: Shares): string[] {
  const faults: string[] = [];
  if (candidates < LEAST_CANDIDATES) faults.push(`${candidates} candidates, not ${LEAST_CANDIDATES} or more`);
  if (customers < ENOUGH) return faults;
  if (toOutboxShare < LEAST_TO_OUTBOX)
    faults.push(`${toOutboxShare} of the customers reach the outbox, not ${LEAST_TO_OUTBOX} or more`);
  if (heldShare < HELD.from || heldShare > HELD.to)
    faults.push(`${heldShare} are held, not ${HELD.from} to ${HELD.to}`);
  return faults;
}
