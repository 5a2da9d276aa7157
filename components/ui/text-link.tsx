import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "./cn";

type TextLinkProps = ComponentProps<typeof Link> & {
  /** `name`: the first column of a table, ink until hovered. */
  look?: "accent" | "name";
};

/** A link in text. */
export function TextLink({ look = "accent", className, ...props }: TextLinkProps) {
  const colour =
    look === "name"
      ? "font-medium hover:text-accent"
      : "text-accent underline decoration-accent-line underline-offset-3 hover:decoration-accent";
  return <Link {...props} className={cn("rounded-sm", colour, className)} />;
}
