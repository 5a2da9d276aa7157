"use client";
import { Toaster as Sonner } from "sonner";

/** Where toasts appear. Mounted once, in the root layout. */
export function Toaster() {
  return (
    <Sonner
      position="bottom-right"
      style={{ fontFamily: "inherit" }}
      gap={8}
      offset={20}
      mobileOffset={12}
      toastOptions={{ unstyled: true, className: "w-full" }}
    />
  );
}
