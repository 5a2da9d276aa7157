import type { ComponentProps } from "react";
import { cn } from "./cn";

/** The room of a page: up to 1,280 px wide, with air around it. A page that fills the screen leaves it out. */
export function Page({ className, ...props }: ComponentProps<"div">) {
  return <div {...props} className={cn("mx-auto w-full max-w-[1328px] px-3 py-4 md:p-6", className)} />;
}

/** Twelve columns, all cards below each other under 1,181 px: give children `lg:col-span-7` and the like. */
export function Grid({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      {...props}
      className={cn(
        "grid grid-cols-[minmax(0,1fr)] gap-3 md:gap-4 lg:grid-cols-[repeat(12,minmax(0,1fr))]",
        className,
      )}
    />
  );
}

/** Cards below each other. */
export function Stack({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      {...props}
      className={cn("grid grid-cols-[minmax(0,1fr)] content-start gap-3 md:gap-4", className)}
    />
  );
}
