"use client";
import dynamic from "next/dynamic";
import { useTouched } from "./use-touched";

const Sonner = dynamic(() => import("sonner").then((part) => part.Toaster), { ssr: false });

/** Where toasts appear. Mounted once, in the root layout. It comes when somebody first does something; what is said before waits for it. */
export function Toaster() {
  const isTouched = useTouched();
  return (
    isTouched && (
      <Sonner
        position="bottom-right"
        style={{ fontFamily: "inherit" }}
        gap={8}
        offset={{ bottom: 56, right: 20 }} // above what a page keeps at its foot
        mobileOffset={12}
        toastOptions={{ unstyled: true, className: "w-full" }}
      />
    )
  );
}
