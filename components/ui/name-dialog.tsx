"use client";
import { type FormEvent, useState } from "react";
import { Button } from "./button";
import { Dialog, DialogClose, DialogContent, DialogFooter } from "./dialog";
import { Field } from "./field";
import { Input } from "./input";

type FormProps = {
  /** The name it has. */
  initial?: string;
  confirmLabel: string;
  pending: boolean;
  /** Why the last try was refused. */
  error: string | undefined;
  onConfirm: (name: string) => void;
};

type Props = FormProps & { title: string; description?: string | undefined; onClose: () => void };

/** Asks for a name. */
export function NameDialog({ title, description, onClose, ...form }: Props) {
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent size="sm" title={title} description={description}>
        <NameForm {...form} />
      </DialogContent>
    </Dialog>
  );
}

function NameForm({ initial = "", confirmLabel, pending, error, onConfirm }: FormProps) {
  const [name, setName] = useState(initial);
  const [isMissing, setIsMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsMissing(name.trim() === "");
    if (name.trim() !== "") onConfirm(name);
  };
  return (
    <form onSubmit={submit}>
      <Field label="Name" error={isMissing ? "Give it a name." : error}>
        <Input value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
      </Field>
      <DialogFooter>
        <DialogClose asChild>
          <Button variant="ghost">Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" pending={pending}>
          {confirmLabel}
        </Button>
      </DialogFooter>
    </form>
  );
}
