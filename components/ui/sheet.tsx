"use client";
import { Dialog as Primitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { DialogOverlay } from "./dialog";
import { useOpener } from "./use-opener";

export const Sheet = Primitive.Root;
export const SheetClose = Primitive.Close;

/** A panel that slides in from the left. `label` names it for readers. */
export function SheetContent({
  label,
  className,
  children,
  onOpenAutoFocus,
  onCloseAutoFocus,
  ...props
}: ComponentProps<typeof Primitive.Content> & { label: string }) {
  const opener = useOpener(onOpenAutoFocus, onCloseAutoFocus);
  return (
    <Primitive.Portal>
      <DialogOverlay />
      <Primitive.Content
        aria-describedby={undefined}
        {...props}
        {...opener}
        className={cn(
          "fixed inset-y-0 left-0 z-50 flex w-[264px] max-w-[85vw] animate-slide-in flex-col overflow-y-auto border-r bg-sunken shadow-3 focus-visible:outline-none",
          className,
        )}
      >
        <Primitive.Title className="sr-only">{label}</Primitive.Title>
        {children}
      </Primitive.Content>
    </Primitive.Portal>
  );
}
