import { CircleMinus, FlaskConical } from "lucide-react";
import Link from "next/link";
import { cn } from "@/components/ui/cn";
import type { Permission } from "@/server/domain/role";

/** Something about the whole console: mail goes to the sandbox, an agent is stopped. */
export type ShellBanner = {
  tone: "hold" | "block";
  text: string;
  /** Instead of the text on a phone. */
  short?: string;
  link?: { href: string; label: string } | undefined;
};

/** What the frame says while there is no mail server: nothing leaves the house. */
export const sandboxBanner = (granted: ReadonlySet<Permission>): ShellBanner => ({
  tone: "hold",
  text: "Sandbox delivery: messages go to the built-in inbox, none leaves this server.",
  short: "Sandbox: mail stays on this server.",
  link: granted.has("inbox.read") ? TO_INBOX : undefined,
});

/** What the frame says while everything in it is invented, with the way to one's own data for whoever may go it. */
export const demoBanner = (company: string, granted: ReadonlySet<Permission>): ShellBanner => ({
  ...sandboxBanner(granted),
  text: `Demo: ${company}, its people and its figures are invented, and mail stays on this server.`,
  short: "Demo: everything is invented.",
  ...(granted.has("company.clear") && { link: TO_OWN_DATA }),
});

const TO_INBOX = { href: "/inbox", label: "Open sandbox inbox" };
const TO_OWN_DATA = { href: "/settings?tab=own-data", label: "Start with my own data" };

const looks = {
  hold: "border-hold-line bg-hold-soft text-hold",
  block: "border-block-line bg-block-soft text-block",
};

export function Banner({ tone, text, short = text, link }: ShellBanner) {
  const Icon = tone === "hold" ? FlaskConical : CircleMinus;
  return (
    <section
      aria-label="Notice"
      className={cn(
        "flex items-center gap-2.5 border-b px-3 py-[7px] text-12 md:h-[33px] md:px-6",
        looks[tone],
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 max-md:hidden md:truncate">{text}</p>
      <p className="min-w-0 md:hidden">{short}</p>
      {link && (
        <Link
          href={link.href}
          className="ml-auto shrink-0 rounded-sm font-medium underline underline-offset-2"
        >
          {link.label}
        </Link>
      )}
    </section>
  );
}
