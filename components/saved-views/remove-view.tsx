"use client";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { SavedViews, View } from "./use-saved-views";

type Props = { onClose: () => void; views: SavedViews; view: View };

/** Asks before a view goes. */
export function RemoveView({ onClose, views: { remove, goTo, now }, view: { id, name, shared } }: Props) {
  const removed = () => {
    onClose();
    goTo(now, "all");
  };
  return (
    <ConfirmDialog
      title={`Delete “${name}”?`}
      description={
        shared
          ? "The whole team loses it. The list and what is in it stay as they are."
          : "The list and what is in it stay as they are."
      }
      confirmLabel="Delete the view"
      pending={remove.isPending}
      onConfirm={() => remove.mutate({ id }, { onSuccess: removed })}
      onClose={onClose}
    />
  );
}
