"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "./button";
import { formatCount } from "./format";
import { useUrlParams } from "./use-url-params";

type PaginationProps = {
  /** From 1. */
  page: number;
  pageSize: number;
  /** Rows on this page. */
  shown: number;
  /** All rows, or null where counting them would cost too much. */
  total: number | null;
};

/** `26–50 of 1,240`, and links to the pages before and after (`?page=`). */
export function Pagination({ page, pageSize, shown, total }: PaginationProps) {
  const { hrefWith } = useUrlParams();
  const first = (page - 1) * pageSize + 1;
  const last = first + shown - 1;
  const more = total === null ? shown === pageSize : last < total;
  const range = shown === 0 ? "Nothing on this page" : `${formatCount(first)}–${formatCount(last)}`;
  return (
    <Pager
      text={total === null || shown === 0 ? range : `${range} of ${formatCount(total)}`}
      previous={page > 1 ? hrefWith({ page: page === 2 ? null : String(page - 1) }) : null}
      next={more ? hrefWith({ page: String(page + 1) }) : null}
    />
  );
}

type CursorPaginationProps = {
  /** The cursor of the next page, or null at the end. */
  next: string | null;
  text: ReactNode;
};

/** For lists too long to number: `?after=` holds the cursor. */
export function CursorPagination({ next, text }: CursorPaginationProps) {
  const { params, hrefWith } = useUrlParams();
  return (
    <Pager
      text={text}
      previous={params.has("after") ? hrefWith({ after: null }) : null}
      previousLabel="Start"
      next={next === null ? null : hrefWith({ after: next })}
    />
  );
}

/** For lists of numbered rows, newest first. `paged`: this is not the newest page. */
export function NewestFirstPagination({
  next,
  shown,
  paged,
}: {
  next: number | null;
  shown: number;
  paged: boolean;
}) {
  return (
    <CursorPagination
      next={next === null ? null : String(next)}
      text={`${formatCount(shown)} shown, ${paged ? "older ones" : "the newest first"}`}
    />
  );
}

type PagerProps = { text: ReactNode; previous: string | null; next: string | null; previousLabel?: string };

function Pager({ text, previous, next, previousLabel = "Previous" }: PagerProps) {
  return (
    <nav aria-label="Pages" className="flex flex-1 items-center justify-between gap-3 text-12 text-ink-3">
      <span>{text}</span>
      <span className="flex gap-2">
        <PagerLink href={previous}>
          <ChevronLeft aria-hidden />
          {previousLabel}
        </PagerLink>
        <PagerLink href={next}>
          Next
          <ChevronRight aria-hidden />
        </PagerLink>
      </span>
    </nav>
  );
}

function PagerLink({ href, children }: { href: string | null; children: ReactNode }) {
  if (href === null) return null;
  return (
    <ButtonLink size="sm" href={href} scroll={false}>
      {children}
    </ButtonLink>
  );
}
