import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

type IconButtonProps = Omit<ComponentProps<"button">, "children" | "aria-label"> & {
  /** What it does, in words: its accessible name. */
  label: string;
  icon: ReactNode;
};

/** A square button with an icon only. */
export function IconButton({ label, icon, className, ...props }: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      {...props}
      aria-label={label}
      className={cn(
        "relative inline-grid size-7 shrink-0 place-items-center rounded-md text-ink-2 transition-colors hover:bg-fill disabled:cursor-not-allowed disabled:text-ink-3 disabled:hover:bg-transparent max-md:size-9 [&_svg]:size-4",
        className,
      )}
    >
      {icon}
    </button>
  );
}
