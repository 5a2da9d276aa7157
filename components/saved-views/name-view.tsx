"use client";
import { refusalText } from "@/components/refusal-words";
import { NameDialog } from "@/components/ui/name-dialog";
import type { ListName } from "@/server/domain/saved-view";
import type { SavedViews, View } from "./use-saved-views";

type Props = {
  onClose: () => void;
  views: SavedViews;
  list: ListName;
  /** Null: a new view of how the list stands now. */
  renamed: View | null;
};

/** Asks for a view's name. */
export function NameView({ onClose, renamed, views, list }: Props) {
  const { create, change, now, goTo } = views;
  const { error, isPending } = renamed === null ? create : change;
  const confirm = (name: string) => {
    if (renamed !== null) return change.mutate({ id: renamed.id, name }, { onSuccess: onClose });
    create.mutate(
      { list, name, query: now },
      {
        onSuccess: ({ id }) => {
          onClose();
          goTo(now, String(id));
        },
      },
    );
  };
  return (
    <NameDialog
      title={renamed === null ? "Save as a new view" : "Rename the view"}
      description={
        renamed === null ? "It keeps the filters, the order and the columns as they are now." : undefined
      }
      initial={renamed?.name ?? ""}
      confirmLabel={renamed === null ? "Save view" : "Rename"}
      pending={isPending}
      error={error === null ? undefined : refusalText(error)}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
