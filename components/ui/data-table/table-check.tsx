import { type ComponentProps, useEffect, useRef } from "react";
import { cn } from "../cn";

type TableCheckProps = Omit<ComponentProps<"input">, "type"> & { label: string; some?: boolean };

/** The box of a row or of the head. A native one, since a table draws hundreds of them while it scrolls. */
export function TableCheck({ label, some = false, className, ...props }: TableCheckProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = some;
  }, [some]);
  return (
    <input
      {...props}
      ref={box}
      type="checkbox"
      aria-label={label}
      className={cn("block size-4 cursor-pointer accent-accent", className)}
    />
  );
}
