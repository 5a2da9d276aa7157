import type { ReactNode } from "react";
import { cn } from "./cn";
import { type Tone, toneBox } from "./tone";
import { ToneIcon } from "./tone-icon";

type CalloutProps = {
  tone?: Tone;
  icon?: ReactNode;
  children: ReactNode;
  /** `alert` where it appears in answer to what the person just did. */
  role?: "alert" | "status" | "note";
  className?: string | undefined;
};

/** A remark in a box, inside a card or beside a form. */
export function Callout({ tone = "neutral", icon, children, role, className }: CalloutProps) {
  return (
    <div
      role={role}
      className={cn(
        "flex gap-[9px] rounded-md px-3 py-2.5 text-12 [&_svg]:mt-px [&_svg]:size-4 [&_svg]:shrink-0",
        toneBox[tone],
        className,
      )}
    >
      {icon ?? <ToneIcon tone={tone} />}
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
