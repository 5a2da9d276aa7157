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
