import type { ComponentProps } from "react";
import { cn } from "./cn";

/** Help in small grey text: below a control, beside a button that cannot be used. */
export function Hint({ className, ...props }: ComponentProps<"p">) {
  return <p {...props} className={cn("text-12 leading-[17px] text-ink-3", className)} />;
}
