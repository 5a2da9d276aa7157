import { type Case, type Node, runNode } from "./node";
import type { Shift } from "./ports";

/** Nodes in order; each may need only facts that an earlier one adds, or it does not compile. */
export type Line<End extends Case, Last> = {
  /** name → version, in order */
  readonly stations: Readonly<Record<string, number>>;
  to<Name extends string, Fact, Answer>(
    node: Node<Name, End, Fact, Answer>,
  ): Line<End & Record<Name, Fact>, Fact>;
  /** Decides all. Aligned with the ids: what the last node found, or null for whom it did not see. */
  run(ids: readonly number[], shift: Shift): Promise<readonly (Last | null)[]>;
};

type Station = {
  name: string;
  version: number;
  pass(batch: readonly Case[], index: number, shift: Shift): Promise<void>;
};

/** A line without nodes. */
export const startOf = (): Line<Case, never> => lineOf<Case, never>([]);

function lineOf<End extends Case, Last>(stations: readonly Station[]): Line<End, Last> {
  const last = stations.at(-1)?.name ?? "";
  return {
    stations: Object.fromEntries(stations.map(({ name, version }) => [name, version])),
    to: <Name extends string, Fact, Answer>(node: Node<Name, End, Fact, Answer>) => {
      const station: Station = {
        name: node.name,
        version: node.version,
        // whoever gets here has passed all earlier nodes, which is what End says
        pass: (batch, index, shift) => runNode(node, index, batch as readonly End[], shift),
      };
      return lineOf<End & Record<Name, Fact>, Fact>([...stations, station]);
    },
    async run(ids, shift) {
      const batch = ids.map((customerId): Case => ({ customerId, stopped: null, reasons: [] }));
      for (const [index, station] of stations.entries()) await station.pass(batch, index, shift);
      // the last node put its fact there under its own name
      return batch.map((item) => (item as Case & Record<string, Last | undefined>)[last] ?? null);
    },
  };
}
