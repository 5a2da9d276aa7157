"use client";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useCallback, useContext } from "react";
import { InPlaceContext } from "./address-in-place";

/** Changes to the address: a value, or null (or "") to leave the parameter out. */
export type UrlChanges = Readonly<Record<string, string | null>>;

/**
 * Search, filters, sort and paging live in the address.
 * `hrefWith` words a link, `set` goes there without a new entry in the history. Both forget the place in the list
 * (`page`, `after`) unless the change names it: another filter starts at the beginning.
 */
export function useUrlParams() {
  const pathname = usePathname();
  const router = useRouter();
  const params = useSearchParams();
  const inPlace = useContext(InPlaceContext);

  const hrefWith = useCallback(
    (changes: UrlChanges) => {
      const query = withChanges(params.toString(), changes);
      return query === "" ? pathname : `${pathname}?${query}`;
    },
    [params, pathname],
  );
  const set = useCallback(
    (changes: UrlChanges) => {
      const href = hrefWith(changes);
      if (inPlace) window.history.replaceState(null, "", href);
      else router.replace(href, { scroll: false });
    },
    [router, hrefWith, inPlace],
  );
  return { params, hrefWith, set };
}

/** The query string after the changes; pure, so that it can be tested. */
export function withChanges(query: string, changes: UrlChanges): string {
  const next = new URLSearchParams(query);
  for (const place of ["page", "after"]) next.delete(place);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === "") next.delete(name);
    else next.set(name, value);
  }
  return next.toString();
}
