import { type ReactNode, Suspense } from "react";

type LaterProps<Found> = {
  ask: () => Promise<Found>;
  /** Of the same size, until it is there. */
  instead: ReactNode;
  children: (found: Found) => ReactNode;
};

/** A part of a page that the server sends when its answer is there, and that the browser wakes by itself. */
export function Later<Found>({ ask, instead, children }: LaterProps<Found>) {
  return (
    <Suspense fallback={instead}>
      <Arrived ask={ask}>{children}</Arrived>
    </Suspense>
  );
}

async function Arrived<Found>({ ask, children }: Omit<LaterProps<Found>, "instead">) {
  return children(await ask());
}

type SoonProps<Found> = LaterProps<Found> & {
  /** How long to wait before what stands instead is sent; null: as long as it takes. */
  patienceMs: number | null;
};

/**
 * A whole page. What is quick comes at once: React shows nothing that it sends later within 300 ms of what it sent first, so
 * that a stand-in would only hold it up. What is slow comes later.
 */
export async function Soon<Found>({ ask, patienceMs, instead, children }: SoonProps<Found>) {
  const asked = ask();
  const quick = asked.then((found) => ({ found }));
  const answer = await (patienceMs === null ? quick : Promise.race([quick, pause(patienceMs)]));
  if (answer !== null) return children(answer.found);
  return (
    <Later ask={() => asked} instead={instead}>
      {children}
    </Later>
  );
}

const pause = (ms: number) => new Promise<null>((resolve) => setTimeout(resolve, ms, null));
