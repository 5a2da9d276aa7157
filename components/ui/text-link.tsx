import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "./cn";

type TextLinkProps = ComponentProps<typeof Link> & {
  /** `name`: the first column of a table, ink until hovered; `plain`: the same in a list of figures. */
  look?: "accent" | "name" | "plain";
};

const LOOKS = {
  accent: "text-accent underline decoration-accent-line underline-offset-3 hover:decoration-accent",
  name: "font-medium hover:text-accent",
  plain: "hover:text-accent",
};

/** A link in text. */
export function TextLink({ look = "accent", className, ...props }: TextLinkProps) {
  return <Link {...props} className={cn("rounded-sm", LOOKS[look], className)} />;
}
