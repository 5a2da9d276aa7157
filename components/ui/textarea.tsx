"use client";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { useFieldWiring } from "./field";
import { controlClass } from "./input";

/** Several lines of text. */
export function Textarea({ className, rows = 4, ...props }: ComponentProps<"textarea">) {
  const wiring = useFieldWiring(props);
  return (
    <textarea
      rows={rows}
      {...props}
      {...wiring}
      className={cn(controlClass, "h-auto resize-y py-2 max-md:h-auto", className)}
    />
  );
}
