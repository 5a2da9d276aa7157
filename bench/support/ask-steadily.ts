/** How long each answer took, and how many calls failed. */
export type Asked = { tookMs: number[]; errors: number };

/**
 * Makes the calls in turn, so many a second, until `end` settles. A call is due at its time whether or not those before
 * it were answered, and its wait counts from there: a server that stands still is not asked less.
 */
export async function askSteadily(
  calls: readonly (() => Promise<unknown>)[],
  perSecond: number,
  end: Promise<unknown>,
): Promise<Asked> {
  const asked: Asked = { tookMs: [], errors: 0 };
  const underWay: Promise<void>[] = [];
  const started = performance.now();
  let made = 0;
  const ask = async (call: () => Promise<unknown>, dueMs: number) => {
    try {
      await call();
      asked.tookMs.push(performance.now() - dueMs);
    } catch (error) {
      asked.errors++;
      console.error(`  a call failed: ${error instanceof Error ? error.message : error}`);
    }
  };
  const timer = setInterval(() => {
    for (;;) {
      const dueMs = started + (made * 1000) / perSecond;
      const call = calls[made % calls.length];
      if (call === undefined || dueMs > performance.now()) return;
      made++;
      underWay.push(ask(call, dueMs));
    }
  }, 5);
  try {
    await end;
  } finally {
    clearInterval(timer);
  }
  await Promise.all(underWay);
  return asked;
}

export function latencies({ tookMs, errors }: Asked) {
  const sorted = tookMs.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
  return { p50Ms: at(0.5), p95Ms: at(0.95), maxMs: at(1), calls: sorted.length + errors, errors };
}
