"use client";
import { type RefObject, useLayoutEffect, useState } from "react";

/** A mail that grows with its own frame would never end. */
const MOST_PX = 6_000;

/** How high the document of a frame is, before it is seen and whenever it is laid out anew; null while it loads. */
export function useFrameHeight(frame: RefObject<HTMLIFrameElement | null>, enabled: boolean): number | null {
  const [heightPx, setHeightPx] = useState<number | null>(null);
  useLayoutEffect(() => {
    const box = frame.current;
    if (box === null || !enabled) return;
    const measure = () => {
      const height = heightIn(box);
      if (height > 0) setHeightPx(Math.min(height, MOST_PX));
    };
    const watch = new ResizeObserver(measure);
    const follow = () => {
      watch.disconnect();
      measure();
      const root: Element | null | undefined = box.contentDocument?.documentElement; // null until its first tag has come
      if (root) watch.observe(root);
    };
    follow(); // it may have loaded out of sight
    box.addEventListener("load", follow);
    return () => {
      watch.disconnect();
      box.removeEventListener("load", follow);
    };
  }, [frame, enabled]);
  return heightPx;
}

/** 0 before the message is there. */
function heightIn({ contentDocument: mail }: HTMLIFrameElement): number {
  if (mail === null || mail.URL !== "about:srcdoc" || mail.readyState === "loading") return 0;
  return Math.max(mail.documentElement.offsetHeight, mail.body.scrollHeight);
}
