import { Fragment, type ReactNode } from "react";
import { cn } from "./cn";

type Pair = { term: ReactNode; value: ReactNode; key?: string };

/** Terms and what they are. Values stand right, unless `align="left"`. */
export function DescriptionList({
  pairs,
  align = "right",
  className,
}: {
  pairs: readonly Pair[];
  align?: "left" | "right";
  className?: string;
}) {
  return (
    <dl className={cn("grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5", className)}>
      {pairs.map((pair, index) => (
        <Fragment key={pair.key ?? (typeof pair.term === "string" ? pair.term : index)}>
          <dt className="text-ink-3">{pair.term}</dt>
          <dd
            className={cn("min-w-0 text-pretty [overflow-wrap:anywhere]", align === "right" && "text-right")}
          >
            {pair.value}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
