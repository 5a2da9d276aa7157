"use client";
import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { IconButton } from "./icon-button";
import { useOpener } from "./use-opener";

export const Dialog = Primitive.Root;
export const DialogTrigger = Primitive.Trigger;
/** Wrap a Button in it (`asChild`) to close without doing anything. */
export const DialogClose = Primitive.Close;

export function DialogOverlay({ className, ...props }: ComponentProps<typeof Primitive.Overlay>) {
  return (
    <Primitive.Overlay {...props} className={cn("fixed inset-0 z-50 animate-fade bg-scrim", className)} />
  );
}

type DialogContentProps = Omit<ComponentProps<typeof Primitive.Content>, "title"> & {
  title: ReactNode;
  /** One sentence below the title; leave out where the body says it. */
  description?: ReactNode;
  size?: "sm" | "md" | "lg";
};

const widths = { sm: "max-w-sm", md: "max-w-lg", lg: "max-w-3xl" };

/** A box that asks for an answer before anything else. Escape and the cross leave it unanswered. */
export function DialogContent({
  title,
  description,
  size = "md",
  className,
  children,
  onOpenAutoFocus,
  onCloseAutoFocus,
  ...props
}: DialogContentProps) {
  const opener = useOpener(onOpenAutoFocus, onCloseAutoFocus);
  const described = description === undefined ? { "aria-describedby": undefined } : {};
  return (
    <Primitive.Portal>
      <DialogOverlay />
      <Primitive.Content
        {...described}
        {...props}
        {...opener}
        className={cn(
          "fixed inset-x-3 top-[12vh] z-50 mx-auto flex max-h-[80vh] animate-rise flex-col rounded-lg border bg-surface shadow-3 focus-visible:outline-none",
          widths[size],
          className,
        )}
      >
        <header className="flex items-start gap-3 px-5 pt-4">
          <div className="min-w-0 flex-1">
            <Primitive.Title className="text-14 font-semibold">{title}</Primitive.Title>
            {description !== undefined && (
              <Primitive.Description className="mt-0.5 text-ink-2">{description}</Primitive.Description>
            )}
          </div>
          <Primitive.Close asChild>
            <IconButton label="Close" icon={<X aria-hidden />} className="-mt-0.5 -mr-2" />
          </Primitive.Close>
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-3 pb-5">{children}</div>
      </Primitive.Content>
    </Primitive.Portal>
  );
}

/** The answers, at the end of the body and in view however long it is; the last one is the main one. */
export function DialogFooter({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      {...props}
      className={cn(
        "sticky -bottom-5 -mx-5 mt-2 -mb-5 flex flex-wrap justify-end gap-2 rounded-b-lg bg-surface px-5 pt-3 pb-5 max-sm:[&>*]:flex-1",
        className,
      )}
    />
  );
}
