import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { Strip } from "./strip";
import { TabCount, tabClass, tabListClass } from "./tab-look";

type TabLink = { href: string; label: ReactNode; count?: ReactNode; current: boolean };

/** Tabs whose choice lives in the address: each is a link. `label` names the group. */
export function TabLinks({
  label,
  tabs,
  className,
}: {
  label: string;
  tabs: readonly TabLink[];
  className?: string;
}) {
  return (
    <Strip label={label} className={cn(tabListClass, className)}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab.current ? "page" : undefined}
          className={tabClass}
        >
          {tab.label}
          <TabCount count={tab.count} />
        </Link>
      ))}
    </Strip>
  );
}
