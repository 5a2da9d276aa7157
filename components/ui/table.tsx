import type { ComponentProps } from "react";
import { cn } from "./cn";

type TableProps = ComponentProps<"table"> & {
  /** What the rows are; read out with the table. */
  label: string;
  /** `reading`: rows of 40 px; `dense`: 32 px, where people work through a list. */
  density?: "reading" | "dense";
  /** Limits the height (a Tailwind class such as `max-h-[60vh]`); the header then stays in view. */
  scroll?: string;
};

/** A table that scrolls inside its card. Text left, numbers right (`numeric`), the name is a link. */
export function Table({ label, density = "reading", scroll, className, ...props }: TableProps) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className={cn(
        "relative shade-more overflow-x-auto focus-visible:-outline-offset-2",
        scroll,
        scroll && "overflow-y-auto",
      )}
    >
      <table
        {...props}
        aria-label={label}
        data-density={density}
        className={cn("group/table w-full border-collapse max-md:min-w-[640px]", className)}
      />
    </section>
  );
}

export function TableHeader({ className, ...props }: ComponentProps<"thead">) {
  return <thead {...props} className={cn("sticky top-0 z-10 bg-surface", className)} />;
}

export function TableBody({ className, ...props }: ComponentProps<"tbody">) {
  return <tbody {...props} className={cn("[&>tr:last-child>td]:border-b-0", className)} />;
}

export function TableFooter({ className, ...props }: ComponentProps<"tfoot">) {
  return (
    <tfoot
      {...props}
      className={cn("font-medium [&>tr>td]:border-t [&>tr>td]:border-b-0 [&>tr>td]:border-line-2", className)}
    />
  );
}

export function TableRow({
  selected = false,
  className,
  ...props
}: ComponentProps<"tr"> & { selected?: boolean }) {
  return (
    <tr
      {...props}
      aria-selected={selected || undefined}
      className={cn(
        "group/row",
        selected ? "[&>td]:bg-accent-soft" : "[tbody>&]:hover:[&>td]:bg-fill/55",
        className,
      )}
    />
  );
}

type CellProps = { numeric?: boolean };

export const tableHeadClass =
  "h-[34px] border-b px-2.5 text-left text-12 font-medium whitespace-nowrap text-ink-3 first:pl-4 last:pr-4";

export function TableHead({ numeric = false, className, ...props }: ComponentProps<"th"> & CellProps) {
  return <th scope="col" {...props} className={cn(tableHeadClass, numeric && "text-right", className)} />;
}

export function TableCell({ numeric = false, className, ...props }: ComponentProps<"td"> & CellProps) {
  return (
    <td
      {...props}
      className={cn(
        "h-10 border-b px-2.5 py-[5px] align-middle group-data-[density=dense]/table:h-8 group-data-[density=dense]/table:py-[3px] first:pl-4 last:pr-4 max-lg:[&:first-child:not(:has([role=checkbox]))]:min-w-40",
        numeric && "text-right whitespace-nowrap",
        className,
      )}
    />
  );
}
