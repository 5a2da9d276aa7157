import type { ReactNode } from "react";
import { cn } from "./cn";

type PageHeadProps = {
  title: ReactNode;
  /** Badges and small grey words beside the title. */
  badges?: ReactNode;
  /** What this page says, in one or two sentences. */
  lead?: ReactNode;
  /** Filters and buttons; at most one of them primary. */
  actions?: ReactNode;
  /** An avatar before the title. */
  avatar?: ReactNode;
  className?: string | undefined;
};

/** The head of a page: its only h1. */
export function PageHead({ title, badges, lead, actions, avatar, className }: PageHeadProps) {
  return (
    <div className={cn("mb-4 flex flex-wrap items-start gap-x-4 gap-y-3 md:mb-5", className)}>
      {avatar}
      <div className="min-w-0 flex-[1_1_300px]">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <h1 className="text-20 font-semibold [overflow-wrap:anywhere]">{title}</h1>
          {badges}
        </div>
        {lead && <p className="mt-0.5 max-w-[84ch] text-ink-2">{lead}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-2 max-md:w-full md:ml-auto">{actions}</div>}
    </div>
  );
}
