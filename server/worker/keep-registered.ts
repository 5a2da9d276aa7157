import { setTimeout as sleep } from "node:timers/promises";

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;
const WATCH_MS = 3_000;

type Watched = {
  register(): Promise<void>;
  /** Whether the Inngest server answers at all. */
  isThere(): Promise<boolean>;
  onRegistered(): void;
  onFailure(error: Error): void;
  signal: AbortSignal;
};

/** Registers until it succeeds, and again whenever the Inngest server was away in between. Ends with the signal. */
export async function keepRegistered({
  register,
  isThere,
  onRegistered,
  onFailure,
  signal,
}: Watched): Promise<void> {
  let pause = FIRST_PAUSE_MS;
  let isRegistered = false;
  while (!signal.aborted) {
    if (isRegistered) {
      await rest(WATCH_MS, signal);
      isRegistered = signal.aborted || (await isThere());
      continue;
    }
    try {
      await register();
      isRegistered = true;
      pause = FIRST_PAUSE_MS;
      onRegistered();
    } catch (error) {
      onFailure(error instanceof Error ? error : new Error(String(error)));
      await rest(pause, signal);
      pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
    }
  }
}

const rest = (ms: number, signal: AbortSignal) => sleep(ms, undefined, { signal }).catch(() => undefined);

/** Whether anything answers at an address, whatever it says. */
export const answers = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(WATCH_MS) }).then(
    () => true,
    () => false,
  );
