"use client";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { whenPageLoaded } from "@/components/ui/when-page-loaded";

/** How far below the window a drawing begins to be made. */
const AHEAD = "300px";

type Props = { height: number; children: ReactNode };

/** Keeps the place of a drawing free until it comes near the window, or the page is printed. */
export function WhenNear({ height, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (isNear || place.current === null) return;
    // the page itself comes first, whatever is near
    const show = () => void whenPageLoaded().then(() => setNear(true));
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) show();
      },
      { rootMargin: AHEAD },
    );
    observer.observe(place.current);
    addEventListener("beforeprint", show);
    return () => {
      observer.disconnect();
      removeEventListener("beforeprint", show);
    };
  }, [isNear]);
  return (
    <div ref={place} style={{ minHeight: height }}>
      {isNear && children}
    </div>
  );
}
