"use client";
import { Check } from "lucide-react";
import { DropdownMenu as Primitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

/** Not modal: the page behind stays readable and scrollable while the menu is open. */
export function DropdownMenu({ modal = false, ...props }: ComponentProps<typeof Primitive.Root>) {
  return <Primitive.Root modal={modal} {...props} />;
}

/** Wrap a Button or IconButton in it with `asChild`. */
export const DropdownMenuTrigger = Primitive.Trigger;
export const DropdownMenuRadioGroup = Primitive.RadioGroup;

const itemClass =
  "relative flex min-h-7 cursor-pointer items-center gap-2 rounded-md px-2 py-1 outline-none select-none data-highlighted:bg-fill data-disabled:cursor-not-allowed data-disabled:text-ink-3 max-md:min-h-9 [&_svg]:size-4 [&_svg]:shrink-0";

export function DropdownMenuContent({
  className,
  align = "end",
  ...props
}: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content
        sideOffset={6}
        collisionPadding={8}
        align={align}
        {...props}
        className={cn("z-50 min-w-44 animate-rise rounded-lg border bg-surface p-1 shadow-3", className)}
      />
    </Primitive.Portal>
  );
}

export function DropdownMenuItem({
  danger = false,
  className,
  ...props
}: ComponentProps<typeof Primitive.Item> & { danger?: boolean }) {
  return <Primitive.Item {...props} className={cn(itemClass, danger && "text-block", className)} />;
}

export function DropdownMenuRadioItem({
  className,
  children,
  ...props
}: ComponentProps<typeof Primitive.RadioItem>) {
  return (
    <Primitive.RadioItem {...props} className={cn(itemClass, "pr-8", className)}>
      {children}
      <Primitive.ItemIndicator className="absolute right-2">
        <Check aria-hidden className="text-accent" />
      </Primitive.ItemIndicator>
    </Primitive.RadioItem>
  );
}

/** Stays open when pressed: several are ticked in one go. */
export function DropdownMenuCheckboxItem({
  className,
  children,
  ...props
}: ComponentProps<typeof Primitive.CheckboxItem>) {
  return (
    <Primitive.CheckboxItem
      onSelect={(event) => event.preventDefault()}
      {...props}
      className={cn(itemClass, "pr-8", className)}
    >
      {children}
      <Primitive.ItemIndicator className="absolute right-2">
        <Check aria-hidden className="text-accent" />
      </Primitive.ItemIndicator>
    </Primitive.CheckboxItem>
  );
}

export function DropdownMenuLabel({ className, ...props }: ComponentProps<typeof Primitive.Label>) {
  return <Primitive.Label {...props} className={cn("px-2 pt-1.5 pb-1 text-11 text-ink-3", className)} />;
}

export function DropdownMenuSeparator({ className, ...props }: ComponentProps<typeof Primitive.Separator>) {
  return <Primitive.Separator {...props} className={cn("-mx-1 my-1 h-px bg-line", className)} />;
}
