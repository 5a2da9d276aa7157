import { CircleMinus, FlaskConical } from "lucide-react";
import Link from "next/link";
import { cn } from "@/components/ui/cn";

/** Something about the whole console: mail goes to the sandbox, an agent is stopped. */
export type ShellBanner = {
  tone: "hold" | "block";
  text: string;
  link?: { href: string; label: string };
};

/** What the frame says while there is no mail server: nothing leaves the house. */
export const sandboxBanner: ShellBanner = {
  tone: "hold",
  text: "Sandbox delivery: messages go to the built-in inbox, none leaves this server.",
  link: { href: "/inbox", label: "Open sandbox inbox" },
};

/** What the frame says while everything in it is invented; `mayLeave` offers the way to one's own data. */
export const demoBanner = (company: string, mayLeave: boolean): ShellBanner => ({
  tone: "hold",
  text: `Demo: ${company}, its people and its figures are invented, and mail stays on this server.`,
  link: mayLeave
    ? { href: "/settings?tab=own-data", label: "Start with my own data" }
    : { href: "/inbox", label: "Open sandbox inbox" },
});

const looks = {
  hold: "border-hold-line bg-hold-soft text-hold",
  block: "border-block-line bg-block-soft text-block",
};

export function Banner({ tone, text, link }: ShellBanner) {
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
      <p className="min-w-0 md:truncate">{text}</p>
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
