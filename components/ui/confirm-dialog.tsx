"use client";
import { Button } from "./button";
import { Dialog, DialogClose, DialogContent, DialogFooter } from "./dialog";

type Props = {
  title: string;
  description: string;
  confirmLabel: string;
  pending: boolean;
  /** Why the last try was refused. */
  error?: string | undefined;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks before something goes for good. */
export function ConfirmDialog({
  title,
  description,
  confirmLabel,
  pending,
  error,
  onConfirm,
  onClose,
}: Props) {
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent size="sm" title={title} description={description}>
        {error !== undefined && (
          <p role="alert" className="text-block">
            {error}
          </p>
        )}
        <DialogFooter className="mt-1">
          <DialogClose asChild>
            <Button variant="ghost">Cancel</Button>
          </DialogClose>
          <Button variant="danger" pending={pending} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
