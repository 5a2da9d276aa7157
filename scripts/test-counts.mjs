/** What Vitest's JSON report says of a run that ended with `status`. */
export const vitestCounts = (status, { numPassedTests, numFailedTests, numPendingTests, numTodoTests }) =>
  counted(status, {
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests + numTodoTests,
  });

/** What Playwright's JSON report says of a run that ended with `status`. A flaky test passed in the end. */
export const playwrightCounts = (status, { stats }) =>
  counted(status, {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  });

/** A check without tests counts as one. */
export const checkCounts = (status) => ({
  passed: status === 0 ? 1 : 0,
  failed: status === 0 ? 0 : 1,
  skipped: 0,
});

/** A run that failed outside any test (a file that does not load, no test at all) is a failure too. */
const counted = (status, counts) =>
  status === 0 ? counts : { ...counts, failed: Math.max(1, counts.failed) };

/** "12 passed, 0 failed", and what was skipped where anything was: a skipped test has shown nothing. */
export const inWords = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;

/** The sum of several. */
export const total = (counts) =>
  counts.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
