"use client";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";
import type { SavedViews, View } from "./use-saved-views";

type Props = { open: boolean; onClose: () => void; views: SavedViews; view: View | null };

/** Asks before a view goes. */
export function RemoveDialog({ open, onClose, views, view }: Props) {
  if (view === null) return null;
  return (
    <Dialog open={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        size="sm"
        title={`Delete “${view.name}”?`}
        description={
          view.shared
            ? "The whole team loses it. The list and what is in it stay as they are."
            : "The list and what is in it stay as they are."
        }
      >
        <DialogFooter className="mt-1">
          <DialogClose asChild>
            <Button variant="ghost">Cancel</Button>
          </DialogClose>
          <Button
            variant="danger"
            pending={views.remove.isPending}
            onClick={() =>
              views.remove.mutate(
                { id: view.id },
                {
                  onSuccess: () => {
                    onClose();
                    views.goTo(views.now, "all");
                  },
                },
              )
            }
          >
            Delete the view
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
