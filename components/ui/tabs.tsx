"use client";
import { Tabs as Primitive } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { TabCount, tabClass, tabListClass } from "./tab-look";

/** Tabs inside a page. Where the chosen one belongs in the address, use TabLinks. */
export function Tabs({ className, ...props }: ComponentProps<typeof Primitive.Root>) {
  return <Primitive.Root {...props} className={cn("grid min-w-0 gap-4", className)} />;
}

export function TabsList({ className, ...props }: ComponentProps<typeof Primitive.List>) {
  return <Primitive.List {...props} className={cn(tabListClass, className)} />;
}

type TabProps = ComponentProps<typeof Primitive.Trigger> & { count?: ReactNode };

export function Tab({ count, children, className, ...props }: TabProps) {
  return (
    <Primitive.Trigger {...props} className={cn(tabClass, className)}>
      {children}
      <TabCount count={count} />
    </Primitive.Trigger>
  );
}

export function TabPanel({ className, ...props }: ComponentProps<typeof Primitive.Content>) {
  return <Primitive.Content {...props} className={cn("min-w-0", className)} />;
}
