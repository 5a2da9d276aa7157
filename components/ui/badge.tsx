import type { ComponentProps } from "react";
import { cn } from "./cn";
import { type Tone, toneBox } from "./tone";

type BadgeProps = ComponentProps<"span"> & { tone?: Tone | "plain" };

/** A short word in a box. Pass an icon as the first child where the tone carries meaning. */
export function Badge({ tone = "neutral", className, ...props }: BadgeProps) {
  const box = tone === "plain" ? "text-ink-2 inset-ring inset-ring-line-2" : toneBox[tone];
  return (
    <span
      {...props}
      className={cn(
        "inline-flex h-5 items-center gap-1 rounded-sm px-[7px] align-middle text-12 font-medium whitespace-nowrap [&_svg]:size-3 [&_svg]:stroke-[2.25]",
        box,
        className,
      )}
    />
  );
}
