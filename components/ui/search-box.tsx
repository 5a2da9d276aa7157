"use client";
import { Search } from "lucide-react";
import { cn } from "./cn";
import { Input } from "./input";
import { useSettledParam } from "./use-settled-param";

type SearchBoxProps = {
  /** What is searched: “Search campaigns”. Its accessible name and placeholder. */
  label: string;
  /** The parameter in the address. */
  param?: string;
  className?: string | undefined;
};

/** Searches a list by the address (`?q=`). */
export function SearchBox({ label, param = "q", className }: SearchBoxProps) {
  const [text, setText] = useSettledParam(param);
  return (
    <Input
      type="search"
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => setText(event.target.value)}
      lead={<Search aria-hidden />}
      className={cn("w-56 max-sm:w-full", className)}
    />
  );
}
