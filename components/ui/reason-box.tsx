"use client";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "./button";
import { Dialog, DialogClose, DialogContent, DialogFooter } from "./dialog";
import { Field } from "./field";
import { Select, type SelectOption } from "./select";
import { Textarea } from "./textarea";

export type ReasonDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** What will happen and whether it can be undone. */
  description: ReactNode;
  /** Fixed reasons to choose from; without them only the note is asked for, and needed. */
  reasons?: readonly SelectOption[];
  confirmLabel: string;
  danger?: boolean;
  pending?: boolean;
  /** What went wrong with the last try, in words. */
  error?: string | undefined;
  onConfirm: (answer: { reason: string; note: string }) => void;
};

/** The dialog behind ReasonDialog. */
export function ReasonBox({ open, onOpenChange, title, description, ...form }: ReasonDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title={title} description={description}>
        <ReasonForm {...form} />
      </DialogContent>
    </Dialog>
  );
}

type ReasonFormProps = Omit<ReasonDialogProps, "open" | "onOpenChange" | "title" | "description">;

/** Lives inside the dialog's content, so that each opening starts empty. */
function ReasonForm({
  reasons,
  confirmLabel,
  danger = false,
  pending = false,
  error,
  onConfirm,
}: ReasonFormProps) {
  const [reason, setReason] = useState("");
  const [note, setNote] = useState("");
  const [missing, setMissing] = useState(false);
  const incomplete = reasons === undefined ? note.trim() === "" : reason === "";

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(incomplete);
    if (!incomplete) onConfirm({ reason, note: note.trim() });
  };

  return (
    <form onSubmit={submit} className="grid gap-3.5">
      {reasons !== undefined && (
        <Field label="Reason" error={missing && incomplete ? "Choose a reason." : undefined}>
          <Select
            options={reasons}
            placeholder="Choose…"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
      )}
      <Field
        label={reasons === undefined ? "Reason" : "Note, if you like"}
        help="Kept in the audit log. Name no customer in it."
        error={reasons === undefined && missing && incomplete ? "Say why in a few words." : undefined}
      >
        <Textarea rows={3} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
      {error !== undefined && (
        <p role="alert" className="text-12 text-block">
          {error}
        </p>
      )}
      <DialogFooter className="mt-1.5">
        <DialogClose asChild>
          <Button variant="ghost">Cancel</Button>
        </DialogClose>
        <Button type="submit" variant={danger ? "danger" : "primary"} pending={pending}>
          {confirmLabel}
        </Button>
      </DialogFooter>
    </form>
  );
}
