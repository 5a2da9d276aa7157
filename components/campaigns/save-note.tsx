"use client";
import { useCompany } from "@/components/company";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { formatInstant } from "@/components/ui/format";
import type { SaveState } from "./use-autosave";

/** Whether what is shown is kept, in a word beside the title. */
export function SaveNote({ state }: { state: SaveState }) {
  const { timeZone } = useCompany();
  return (
    <span role="status" className="text-12 text-ink-3">
      {wordsOf(state, timeZone)}
    </span>
  );
}

function wordsOf(state: SaveState, timeZone: string): string {
  switch (state.kind) {
    case "unsaved":
      return "Saved as soon as it has a name";
    case "saving":
      return "Saving…";
    case "saved":
      return state.at === null
        ? "All changes are saved"
        : `Saved ${formatInstant(state.at, timeZone, "time")}`;
    case "invalid":
      return "Not saved: mend the marked fields";
    default:
      return "Not saved";
  }
}

/** What to do where a save did not come through. */
export function SaveProblem({
  state,
  onRetry,
  onReload,
}: {
  state: SaveState;
  onRetry: () => void;
  onReload: () => void;
}) {
  if (state.kind !== "failed" && state.kind !== "conflict") return null;
  return (
    <Callout tone={state.kind === "conflict" ? "hold" : "block"} role="alert" className="mb-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <span className="min-w-0 flex-1">
          {state.message}
          {state.kind === "failed" && " What you typed is still here; it is tried again."}
        </span>
        {state.kind === "conflict" ? (
          <Button size="sm" onClick={onReload}>
            Load the newer one
          </Button>
        ) : (
          <Button size="sm" onClick={onRetry}>
            Try now
          </Button>
        )}
      </div>
    </Callout>
  );
}
