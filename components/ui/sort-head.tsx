"use client";
import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { tableHeadClass } from "./table";
import { useUrlParams } from "./use-url-params";

type SortHeadProps = {
  /** The value of `?sort=`; a leading “-” there means largest first. */
  column: string;
  children: ReactNode;
  numeric?: boolean;
  /** The order in force when the address names none, such as `-revenue`. */
  fallback?: string;
  className?: string | undefined;
};

/** A column head that sorts by the address. First press: numbers largest first, text from A; second press turns it. */
export function SortHead({ column, children, numeric = false, fallback = "", className }: SortHeadProps) {
  const { params, hrefWith } = useUrlParams();
  const sort = params.get("sort") ?? fallback;
  const direction = sort === column ? "ascending" : sort === `-${column}` ? "descending" : undefined;
  const first = numeric ? `-${column}` : column;
  const turned = direction === "ascending" ? `-${column}` : column;
  const next = direction === undefined ? first : turned;
  const Arrow = direction === "ascending" ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      aria-sort={direction}
      className={cn(tableHeadClass, numeric && "text-right", direction && "text-ink", className)}
    >
      <Link
        href={hrefWith({ sort: next })}
        scroll={false}
        className={cn(
          "group inline-flex items-center gap-1 rounded-sm hover:text-ink",
          numeric && "flex-row-reverse",
        )}
      >
        {children}
        <Arrow
          aria-hidden
          className={cn(
            "size-3",
            direction === undefined && "opacity-0 group-hover:opacity-60 group-focus-visible:opacity-60",
          )}
        />
      </Link>
    </th>
  );
}
