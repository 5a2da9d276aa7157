import {
  KeyRound,
  LogOut,
  type LucideIcon,
  Megaphone,
  Monitor,
  Moon,
  Rocket,
  ShieldCheck,
  Sun,
  Upload,
  UserPlus,
} from "lucide-react";
import type { Permission } from "@/server/domain/role";
import { leave } from "./leave";
import { chooseTheme } from "./theme";

/** Something that can be done from anywhere: a page where it is done, or the doing itself. */
export type PaletteAction = {
  title: string;
  icon: LucideIcon;
  /** Other words that it is found by. */
  words: readonly string[];
  needs: Permission;
  /** Only while the company is a demo. */
  demo?: true;
} & ({ href: string; verify?: true } | { run: () => void });

/** What the palette offers besides pages, to whoever may do it. */
export const paletteActions: readonly PaletteAction[] = [
  {
    title: "New campaign",
    icon: Megaphone,
    words: ["create", "start"],
    needs: "campaign.write",
    href: "/campaigns/new",
  },
  {
    title: "Import a file",
    icon: Upload,
    words: ["csv", "upload", "customers", "orders", "spend"],
    needs: "import.write",
    href: "/imports/new",
  },
  {
    title: "Verify the audit chain",
    icon: ShieldCheck,
    words: ["check", "hash", "tamper"],
    needs: "audit.read",
    href: "/audit",
    verify: true,
  },
  {
    title: "Invite a colleague",
    icon: UserPlus,
    words: ["team", "account", "user", "role"],
    needs: "team.write",
    href: "/settings?tab=team",
  },
  {
    title: "Start with my own data",
    icon: Rocket,
    words: ["demo", "empty", "clear"],
    needs: "company.clear",
    demo: true,
    href: "/settings?tab=own-data",
  },
  {
    title: "Change my password",
    icon: KeyRound,
    words: ["account"],
    needs: "session.own",
    href: "/settings?tab=password",
  },
  theme("Light theme", Sun, "light"),
  theme("Dark theme", Moon, "dark"),
  theme("Theme as the system", Monitor, "system"),
  {
    title: "Sign out",
    icon: LogOut,
    words: ["leave", "log out"],
    needs: "session.own",
    run: () => void leave(),
  },
];

function theme(title: string, icon: LucideIcon, choice: Parameters<typeof chooseTheme>[0]): PaletteAction {
  return { title, icon, words: ["appearance"], needs: "session.own", run: () => chooseTheme(choice) };
}
