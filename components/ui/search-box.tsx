"use client";
import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { cn } from "./cn";
import { Input } from "./input";
import { useUrlParams } from "./use-url-params";

type SearchBoxProps = {
  /** What is searched: “Search campaigns”. Its accessible name and placeholder. */
  label: string;
  /** The parameter in the address. */
  param?: string;
  className?: string | undefined;
};

/** Time after the last key before the address, and with it the list, follows. */
const SETTLE_MS = 250;

/** Searches a list by the address (`?q=`). */
export function SearchBox({ label, param = "q", className }: SearchBoxProps) {
  const { params, set } = useUrlParams();
  const inAddress = params.get(param) ?? "";
  const [text, setText] = useState(inAddress);
  const sent = useRef(inAddress);

  useEffect(() => {
    if (inAddress === sent.current) return; // our own change came back
    sent.current = inAddress;
    setText(inAddress);
  }, [inAddress]);

  useEffect(() => {
    if (text === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = text;
      set({ [param]: text });
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [text, param, set]);

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
