import {
  ChartLine,
  Inbox,
  Link2,
  List,
  type LucideIcon,
  MailCheck,
  Megaphone,
  Newspaper,
  Palette,
  Settings,
  Shapes,
  SlidersHorizontal,
  Split,
  Upload,
  Users,
} from "lucide-react";
import type { Permission } from "@/server/domain/role";

/** Figures that stand beside a link. */
export type ShellCounts = {
  /** Messages that wait for a person; null where it could not be counted. */
  review: number | null;
};

export type NavItem = {
  href: string;
  title: string;
  icon: LucideIcon;
  /** Whoever lacks it does not see the link; the API refuses in any case. */
  needs: Permission;
  count?: keyof ShellCounts;
  /** Other words that the palette finds it by. */
  words?: readonly string[];
};

export type NavGroup = { title: string; items: readonly NavItem[] };

/** The console's pages, grouped by what people do there. */
export const navigation: readonly NavGroup[] = [
  {
    title: "Watch",
    items: [
      {
        href: "/overview",
        title: "Overview",
        icon: ChartLine,
        needs: "figures.read",
        words: ["dashboard", "revenue"],
      },
      {
        href: "/report",
        title: "Daily report",
        icon: Newspaper,
        needs: "figures.read",
        words: ["mail", "summary"],
      },
      { href: "/decisions", title: "Decisions", icon: List, needs: "decision.read", words: ["why", "trace"] },
    ],
  },
  {
    title: "Run",
    items: [
      {
        href: "/campaigns",
        title: "Campaigns",
        icon: Megaphone,
        needs: "campaign.read",
        words: ["goal", "launch"],
      },
      {
        href: "/review",
        title: "Review",
        icon: Inbox,
        needs: "review.read",
        count: "review",
        words: ["approve", "queue"],
      },
      {
        href: "/experiments",
        title: "Experiments",
        icon: Split,
        needs: "campaign.read",
        words: ["test", "variants", "a/b"],
      },
    ],
  },
  {
    title: "Know",
    items: [
      { href: "/customers", title: "Customers", icon: Users, needs: "customer.read", words: ["people"] },
      {
        href: "/segments",
        title: "Segments",
        icon: Shapes,
        needs: "campaign.read",
        words: ["groups", "rfm", "behaviour", "overlap"],
      },
      {
        href: "/brand",
        title: "Brand",
        icon: Palette,
        needs: "settings.read",
        words: ["voice", "tone", "colours", "banned words"],
      },
      {
        href: "/imports",
        title: "Imports",
        icon: Upload,
        needs: "import.read",
        words: ["csv", "upload", "file"],
      },
    ],
  },
  {
    title: "Govern",
    items: [
      {
        href: "/configuration",
        title: "Configuration",
        icon: SlidersHorizontal,
        needs: "settings.read",
        words: ["policy", "offers", "guardrails", "segmentors"],
      },
      {
        href: "/audit",
        title: "Audit",
        icon: Link2,
        needs: "audit.read",
        words: ["log", "chain", "history"],
      },
    ],
  },
  {
    title: "Settings",
    items: [
      {
        href: "/inbox",
        title: "Sandbox inbox",
        icon: MailCheck,
        needs: "inbox.read",
        words: ["mail", "test"],
      },
      {
        href: "/settings",
        title: "Settings",
        icon: Settings,
        needs: "session.own",
        words: ["team", "accounts", "roles", "users", "write keys", "sender", "password", "smtp", "model"],
      },
    ],
  },
];

/** The groups as one person sees them; a group without a link falls away. */
export function permittedNavigation(granted: ReadonlySet<Permission>): NavGroup[] {
  return navigation
    .map(({ title, items }) => ({ title, items: items.filter(({ needs }) => granted.has(needs)) }))
    .filter(({ items }) => items.length > 0);
}

/** The link whose page, or a page below it, is open. */
export function activeItem(pathname: string): { group: NavGroup; item: NavItem } | null {
  for (const group of navigation) {
    for (const item of group.items) {
      if (pathname === item.href || pathname.startsWith(`${item.href}/`)) return { group, item };
    }
  }
  return null;
}
