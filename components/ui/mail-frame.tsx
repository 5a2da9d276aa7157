"use client";
import { useRef } from "react";
import { cn } from "./cn";
import { useFrameHeight } from "./use-frame-height";
import { withoutPictures } from "./without-pictures";

type MailFrameProps = {
  /** What is in it, for readers: “Message to c12@example.test”. */
  title: string;
  html: string;
  /** As high as its message, so that only what is around it scrolls. */
  fits?: boolean;
  className?: string | undefined;
};

/**
 * Set before the message: nothing is fetched, so that looking is not counted as an open, and a link can't take the
 * frame elsewhere, because a new window is what the sandbox forbids.
 */
const PRELUDE =
  "<!doctype html>" +
  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:\">" +
  '<base target="_blank">';

/** Browsers tell a frame what the system prefers, whatever the frame's own scheme: styles for the dark never match here. */
const inTheLight = (html: string): string =>
  html.replace(/prefers-color-scheme\s*:\s*dark/gi, "prefers-color-scheme: no-preference");

/**
 * A mail as its reader sees it, in a frame that runs no script, fetches nothing and stays light in dark mode. One that
 * fits is of our origin, which lets the page measure it; without scripts that gives the mail itself nothing.
 */
export function MailFrame({ title, html, fits = false, className }: MailFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const heightPx = useFrameHeight(frame, fits);
  return (
    <iframe
      ref={frame}
      title={title}
      sandbox={fits ? "allow-same-origin" : ""}
      style={heightPx === null ? undefined : { height: heightPx }}
      srcDoc={PRELUDE + inTheLight(withoutPictures(html))}
      referrerPolicy="no-referrer"
      className={cn("block w-full rounded-md border bg-[#ffffff] scheme-only-light", className)}
    />
  );
}
