import { SECOND_MS } from "@/server/domain/time";

/** How long each kind of work took; printed where the command line says `--timings`. */
export class Timings {
  readonly #spentMs = new Map<string, { ms: number; times: number }>();

  async of<Out>(name: string, work: () => Promise<Out>): Promise<Out> {
    const began = performance.now();
    try {
      return await work();
    } finally {
      const { ms, times } = this.#spentMs.get(name) ?? { ms: 0, times: 0 };
      this.#spentMs.set(name, { ms: ms + performance.now() - began, times: times + 1 });
    }
  }

  print(): void {
    for (const [name, { ms, times }] of this.#spentMs)
      console.log(`${name.padEnd(24)} ${(ms / SECOND_MS).toFixed(1).padStart(6)} s  ${times} times`);
  }
}
