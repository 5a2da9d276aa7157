"use client";
import { ReadonlyURLSearchParams, usePathname, useRouter, useSearchParams } from "next/navigation";
import { useCallback, useContext, useMemo } from "react";
import { AheadContext } from "./address-ahead";
import { InPlaceContext } from "./address-in-place";

/** Changes to the address: a value, or null (or "") to leave the parameter out. */
export type UrlChanges = Readonly<Record<string, string | null>>;

/**
 * Search, filters, sort and paging live in the address.
 * `hrefWith` words a link, `set` goes there without a new entry in the history. Both forget the place in the list
 * (`page`, `after`) unless the change names it: another filter starts at the beginning. `isPending`: the page that `params`
 * ask for is still on its way (see AddressAhead).
 */
export function useUrlParams() {
  const pathname = usePathname();
  const router = useRouter();
  const current = useSearchParams();
  const inPlace = useContext(InPlaceContext);
  const ahead = useContext(AheadContext);
  const chosen = ahead?.query ?? null;
  const params = useMemo(
    () => (chosen === null ? current : new ReadonlyURLSearchParams(new URLSearchParams(chosen))),
    [chosen, current],
  );

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
      if (ahead !== null) ahead.replace(withChanges(params.toString(), changes), href);
      else if (inPlace) window.history.replaceState(null, "", href);
      else router.replace(href, { scroll: false });
    },
    [router, params, hrefWith, inPlace, ahead],
  );
  return { params, hrefWith, set, isPending: ahead?.isPending ?? false };
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
