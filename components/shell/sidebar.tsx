"use client";
import Link, { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "@/components/ui/cn";
import { formatCount } from "@/components/ui/format";
import { permissionsOf } from "@/server/domain/role";
import { BrandMark } from "./brand-mark";
import { activeItem, type NavGroup, type NavItem, permittedNavigation, type ShellCounts } from "./navigation";
import type { ShellUser } from "./shell-user";
import { useLiveCounts } from "./use-live-counts";
import { UserMenu } from "./user-menu";

type SidebarProps = {
  user: ShellUser;
  counts: ShellCounts;
  company: string | null;
  /** Called when a link is followed: the sheet on a phone closes. */
  onFollow?: () => void;
};

const stay = () => {};

/** Brand, pages by group, and who is signed in. The same in the column and in the sheet. */
export function Sidebar({ user, counts, company, onFollow = stay }: SidebarProps) {
  const active = activeItem(usePathname())?.item.href;
  const live = useLiveCounts(counts);
  const groups = permittedNavigation(permissionsOf(user.roles));
  return (
    <div className="flex h-full min-h-0 flex-col px-2.5 py-3">
      <div className="flex h-8 shrink-0 items-center gap-[9px] px-2 text-14 font-semibold tracking-[-0.01em]">
        <BrandMark />
        Touchline
        {company !== null && (
          <span className="ml-auto truncate pl-2 text-12 font-normal tracking-normal text-ink-3">
            {company}
          </span>
        )}
      </div>
      <nav aria-label="Main" className="min-h-0 flex-1 overflow-y-auto">
        {groups.map((group) => (
          <SidebarGroup key={group.title} group={group} active={active} counts={live} onFollow={onFollow} />
        ))}
      </nav>
      <UserMenu user={user} />
    </div>
  );
}

type SidebarGroupProps = {
  group: NavGroup;
  active: string | undefined;
  counts: ShellCounts;
  onFollow: () => void;
};

function SidebarGroup({ group, active, counts, onFollow }: SidebarGroupProps) {
  return (
    <div className="mt-3.5">
      <h2 className="mb-[3px] px-2 text-11 font-medium text-ink-3">{group.title}</h2>
      <ul>
        {group.items.map((item) => (
          <li key={item.href}>
            <SidebarLink item={item} active={item.href === active} counts={counts} onFollow={onFollow} />
          </li>
        ))}
      </ul>
    </div>
  );
}

type SidebarLinkProps = Omit<SidebarGroupProps, "group" | "active"> & { item: NavItem; active: boolean };

function SidebarLink({ item, active, counts, onFollow }: SidebarLinkProps) {
  const count = item.count === undefined ? null : counts[item.count];
  return (
    <Link
      href={item.href}
      aria-current={active ? "page" : undefined}
      onClick={onFollow}
      className={cn(
        "flex h-7 items-center gap-[9px] rounded-md px-2 text-ink-2 transition-colors hover:bg-fill-2 focus-visible:-outline-offset-2 max-md:h-9",
        active && "bg-fill-2 font-medium text-ink",
      )}
    >
      <LinkIcon icon={item.icon} active={active} />
      {item.title}
      {count !== null && count > 0 && (
        <span className="ml-auto rounded-full bg-hold-soft px-1.5 text-11 font-medium text-hold inset-ring inset-ring-hold-line">
          <span aria-hidden>{count > 999 ? "999+" : count}</span>
          <span className="sr-only"> {formatCount(count)} waiting for a person</span>
        </span>
      )}
    </Link>
  );
}

/** Breathes while its page is on its way. */
function LinkIcon({ icon: Icon, active }: { icon: NavItem["icon"]; active: boolean }) {
  const { pending } = useLinkStatus();
  return (
    <Icon
      aria-hidden
      className={cn(
        "size-4 shrink-0 stroke-[1.75]",
        active || pending ? "text-accent" : "text-ink-3",
        pending && "animate-pulse-soft",
      )}
    />
  );
}
