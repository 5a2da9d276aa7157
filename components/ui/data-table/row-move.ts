/** Where a key leads from one row of `count`; null: it does not move. `perScreen` rows are in view. */
export function rowMove(key: string, from: number, count: number, perScreen: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: perScreen,
    PageUp: -perScreen,
    Home: -count,
    End: count,
  };
  const step = steps[key];
  return step === undefined || count === 0 ? null : Math.max(0, Math.min(count - 1, from + step));
}
