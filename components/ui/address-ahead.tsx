"use client";
import { useRouter, useSearchParams } from "next/navigation";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useOptimistic,
  useTransition,
} from "react";
import { cn } from "./cn";

type Ahead = {
  /** The query string that was chosen, before the page that it asks for is there. */
  query: string;
  isPending: boolean;
  replace: (query: string, href: string) => void;
};

export const AheadContext = createContext<Ahead | null>(null);

/**
 * Around a page that the server makes anew for another address: controls show at once what was chosen, and the page as it
 * was stays until the new one is there.
 */
export function AddressAhead({ children }: { children: ReactNode }) {
  const router = useRouter();
  const [query, choose] = useOptimistic(useSearchParams().toString());
  const [isPending, start] = useTransition();
  const replace = useCallback(
    (next: string, href: string) =>
      start(() => {
        choose(next);
        router.replace(href, { scroll: false });
      }),
    [router, choose],
  );
  const ahead = useMemo(() => ({ query, isPending, replace }), [query, isPending, replace]);
  return <AheadContext value={ahead}>{children}</AheadContext>;
}

type DimmedProps = { as?: "div" | "span"; children: ReactNode };

/** What the address decides: dimmed while it is still that of the address before. */
export function DimmedWhenOld({ as: Element = "div", children }: DimmedProps) {
  const isOld = useContext(AheadContext)?.isPending ?? false;
  return (
    <Element aria-busy={isOld || undefined} className={cn("transition-opacity", isOld && "opacity-45")}>
      {children}
    </Element>
  );
}
