"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { createContext, Fragment, type ReactNode, useContext, useEffect, useState } from "react";
import { activeItem } from "./navigation";

type CrumbSlot = { label: string | null; setLabel: (label: string | null) => void };

const CrumbContext = createContext<CrumbSlot>({ label: null, setLabel: () => {} });

/** Around the frame: lets a page name itself in the top bar. */
export function CrumbProvider({ children }: { children: ReactNode }) {
  const [label, setLabel] = useState<string | null>(null);
  return <CrumbContext value={{ label, setLabel }}>{children}</CrumbContext>;
}

/** Put into a page below a list (one customer, one decision): its last crumb. Draws nothing itself. */
export function Crumb({ label }: { label: string }) {
  const { setLabel } = useContext(CrumbContext);
  useEffect(() => {
    setLabel(label);
    return () => setLabel(null);
  }, [label, setLabel]);
  return null;
}

/** Where we are: group, page, and the thing on the page. */
export function Crumbs() {
  const pathname = usePathname();
  const { label } = useContext(CrumbContext);
  const active = activeItem(pathname);
  if (active === null) return <div className="min-w-0 flex-1 truncate font-medium">{label}</div>;
  const { group, item } = active;
  const below = pathname !== item.href && label !== null;
  return (
    <nav
      aria-label="You are here"
      className="flex min-w-0 flex-1 items-center gap-1.5 whitespace-nowrap text-ink-3"
    >
      {group.title !== item.title && (
        <>
          <span className="max-md:hidden">{group.title}</span>
          <Divider />
        </>
      )}
      {below ? (
        <Fragment>
          <Link href={item.href} className="rounded-sm hover:text-ink max-md:hidden">
            {item.title}
          </Link>
          <Divider />
          <span aria-current="page" className="truncate font-medium text-ink">
            {label}
          </span>
        </Fragment>
      ) : (
        <span aria-current="page" className="truncate font-medium text-ink">
          {item.title}
        </span>
      )}
    </nav>
  );
}

function Divider() {
  return (
    <span aria-hidden className="max-md:hidden">
      /
    </span>
  );
}
