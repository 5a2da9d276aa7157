import type { ReactNode } from "react";
import { cn } from "./cn";
import { TableCell, TableRow } from "./table";

/** What is on its way breathes as one: within it, nothing breathes by itself. */
export const breathing = "animate-pulse-soft in-aria-busy:animate-none";

/** A grey stand-in of the final size, set by `className`. */
export function Skeleton({ className }: { className?: string | undefined }) {
  return <span aria-hidden className={cn("block h-3 rounded-sm bg-fill-2", breathing, className)} />;
}

/** Says “Loading” once for a whole region of skeletons. */
export function Loading({ children, label = "Loading" }: { children: ReactNode; label?: string }) {
  return (
    <div role="status" aria-busy="true" className={breathing}>
      <span className="sr-only">{label}</span>
      {children}
    </div>
  );
}

/** Rows of a table while they are on their way. */
export function SkeletonRows({ rows = 8, columns }: { rows?: number; columns: number }) {
  return Array.from({ length: rows }, (_row, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
    <TableRow key={row} aria-hidden>
      {Array.from({ length: columns }, (_cell, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the cells are all alike and never move
        <TableCell key={column}>
          <Skeleton className={column === 0 ? "w-40 max-w-full" : "w-16 max-w-full"} />
        </TableCell>
      ))}
    </TableRow>
  ));
}
