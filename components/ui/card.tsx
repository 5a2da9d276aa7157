import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

/** A surface with one border. Cards never nest. */
export function Card({ className, ...props }: ComponentProps<"section">) {
  return <section {...props} className={cn("min-w-0 rounded-lg border bg-surface shadow-1", className)} />;
}

type CardHeaderProps = {
  title: ReactNode;
  /** What is measured, over which people and time: grey, beside the title. */
  sub?: ReactNode;
  /** Links and small buttons at the right. */
  actions?: ReactNode;
  id?: string;
};

export function CardHeader({ title, sub, actions, id }: CardHeaderProps) {
  return (
    <header className="flex flex-wrap items-center gap-x-2 gap-y-1 px-4 pt-[13px]">
      <h2 id={id} className="text-13 font-semibold">
        {title}
      </h2>
      {sub && <span className="text-12 text-ink-3">{sub}</span>}
      {actions && <div className="ml-auto flex items-center gap-2 max-sm:has-[input]:w-full">{actions}</div>}
    </header>
  );
}

/** `flush` leaves out the sides: for tables and lists that reach the border. */
export function CardBody({
  flush = false,
  className,
  ...props
}: ComponentProps<"div"> & { flush?: boolean }) {
  return <div {...props} className={cn(flush ? "pt-2" : "px-4 pt-3 pb-4", className)} />;
}

export function CardFooter({ className, ...props }: ComponentProps<"footer">) {
  return (
    <footer
      {...props}
      className={cn("flex flex-wrap items-center gap-2 border-t px-4 py-[9px] text-12 text-ink-3", className)}
    />
  );
}
