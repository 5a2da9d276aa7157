"use client";
import { CircleMinus, RotateCw } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./cn";

type ErrorStateProps = {
  /** What happened: “The list could not be loaded”. */
  title: ReactNode;
  /** What was kept and what to do. */
  children?: ReactNode;
  onRetry?: () => void;
  className?: string | undefined;
};

/** Something could not be done: what happened, what was kept, what to do. */
export function ErrorState({ title, children, onRetry, className }: ErrorStateProps) {
  return (
    <div
      role="alert"
      className={cn(
        "flex gap-2.5 rounded-md bg-block-soft px-3.5 py-3 text-block inset-ring inset-ring-block-line",
        className,
      )}
    >
      <CircleMinus aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="grid min-w-0 flex-1 justify-items-start gap-0.5">
        <p className="font-medium">{title}</p>
        {children && <div className="text-12">{children}</div>}
        {onRetry && (
          <Button size="sm" onClick={onRetry} className="mt-2">
            <RotateCw aria-hidden />
            Try again
          </Button>
        )}
      </div>
    </div>
  );
}
