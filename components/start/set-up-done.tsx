"use client";
import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";

const KEY = "first-steps-dismissed";
const CHANGED = "first-steps-changed";

const subscribe = (listener: () => void) => {
  window.addEventListener(CHANGED, listener);
  return () => window.removeEventListener(CHANGED, listener);
};
const isDismissed = () => window.localStorage.getItem(KEY) !== null;
/** On the server nobody knows: it is left out until the browser has said. */
const unknown = () => true;

/** Says once that all first steps are done; put away in this browser for good. */
export function SetUpDone() {
  const dismissed = useSyncExternalStore(subscribe, isDismissed, unknown);
  if (dismissed) return null;
  const dismiss = () => {
    window.localStorage.setItem(KEY, "yes");
    window.dispatchEvent(new Event(CHANGED));
  };
  return (
    <Callout tone="pass" role="status" className="mb-4 items-center">
      <div className="flex flex-wrap items-center gap-3">
        <p>All first steps are done: people, orders and consents are in, and a campaign was launched.</p>
        <Button size="sm" className="ml-auto" onClick={dismiss}>
          Dismiss
        </Button>
      </div>
    </Callout>
  );
}
