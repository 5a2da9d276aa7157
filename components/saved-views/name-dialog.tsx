"use client";
import { type FormEvent, useState } from "react";
import { refusalText } from "@/components/refusal-words";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ListName } from "@/server/domain/saved-view";
import type { SavedViews, View } from "./use-saved-views";

type Props = {
  open: boolean;
  onClose: () => void;
  views: SavedViews;
  list: ListName;
  /** Null: a new view of how the list stands now. */
  renamed: View | null;
};

/** Asks for a view's name. */
export function NameDialog({ open, onClose, renamed, ...rest }: Props) {
  return (
    <Dialog open={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        size="sm"
        title={renamed === null ? "Save as a new view" : "Rename the view"}
        description={
          renamed === null ? "It keeps the filters, the order and the columns as they are now." : undefined
        }
      >
        <NameForm {...rest} renamed={renamed} onClose={onClose} />
      </DialogContent>
    </Dialog>
  );
}

function NameForm({ views, list, renamed, onClose }: Omit<Props, "open">) {
  const [name, setName] = useState(renamed?.name ?? "");
  const [isMissing, setIsMissing] = useState(false);
  const { create, change, now, goTo } = views;
  const error = renamed === null ? create.error : change.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsMissing(name.trim() === "");
    if (name.trim() === "") return;
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
  const problem = isMissing ? "Give it a name." : error === null ? undefined : refusalText(error);
  return (
    <form onSubmit={submit}>
      <Field label="Name" error={problem}>
        <Input value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
      </Field>
      <DialogFooter>
        <DialogClose asChild>
          <Button variant="ghost">Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" pending={create.isPending || change.isPending}>
          {renamed === null ? "Save view" : "Rename"}
        </Button>
      </DialogFooter>
    </form>
  );
}
