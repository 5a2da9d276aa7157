"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { pagesAround } from "./page-window";

/** A thumb that flies over the list asks for nothing; where it rests this long, rows come. */
const REST_MS = 70;
const FIRST: readonly number[] = [0];

/** The pages in view of one list; another list begins at its first. What is known already is shown at once. */
export function usePagesInView(key: string, count: number, isKnown: (page: number) => boolean) {
  const [inView, setInView] = useState<{ key: string; pages: readonly number[] }>({ key, pages: FIRST });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const known = useRef(isKnown);
  useEffect(() => {
    known.current = isKnown;
  });
  const show = useCallback(
    (first: number, last: number) => {
      const pages = pagesAround(first, last, count);
      const put = () =>
        setInView((now) => (now.key === key && now.pages.join() === pages.join() ? now : { key, pages }));
      clearTimeout(timer.current);
      if (pages.every((page) => known.current(page))) put();
      else timer.current = setTimeout(put, REST_MS);
    },
    [key, count],
  );
  return { pages: inView.key === key ? inView.pages : FIRST, show };
}
