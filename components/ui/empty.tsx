import type { ReactNode } from "react";
import { cn } from "./cn";

type EmptyProps = {
  /** What is not there yet: “No campaigns yet”. */
  title: ReactNode;
  /** What this will show. */
  children: ReactNode;
  /** The one button that starts it. */
  action?: ReactNode;
  icon?: ReactNode;
  className?: string | undefined;
};

/** A place where nothing is yet, and how it begins. */
export function Empty({ title, children, action, icon, className }: EmptyProps) {
  return (
    <div
      className={cn("mx-auto grid max-w-md justify-items-center px-4 py-8 text-center text-ink-3", className)}
    >
      {icon && (
        <span className="mb-3 grid size-10 place-items-center rounded-full bg-fill text-ink-2 [&_svg]:size-5">
          {icon}
        </span>
      )}
      <h3 className="mb-1 text-14 font-medium text-ink">{title}</h3>
      <p>{children}</p>
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}
