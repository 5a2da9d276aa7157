"use client";
import dynamic from "next/dynamic";

/** It comes after the page: nothing is said before somebody does something. */
const Sonner = dynamic(() => import("sonner").then((part) => part.Toaster), { ssr: false });

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
