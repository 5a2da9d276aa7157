"use client";
import { ListFilter } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { Button } from "../button";
import { cn } from "../cn";

type ToolsProps = { search: ReactNode; filters: ReactNode; views: ReactNode; columnMenu: ReactNode };

/** What stands above the rows. A phone has no room for all filters: there they open by a button. */
export function TableTools({ search, filters, views, columnMenu }: ToolsProps) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <div className="flex shrink-0 flex-wrap items-start gap-2 border-b p-3 md:flex-nowrap">
      <div className="flex min-w-0 flex-1 flex-wrap gap-2 max-md:w-full max-md:flex-none">
        {search}
        <div id={id} className={cn("contents", !isOpen && "max-md:hidden")}>
          {filters}
        </div>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
          className="md:hidden"
        >
          <ListFilter aria-hidden />
          Filters
        </Button>
        {/* alone in its place: what a server component made has no key, and among siblings React asks for one */}
        <div className="contents">{views}</div>
        {columnMenu}
      </div>
    </div>
  );
}
