"use client";
import dynamic from "next/dynamic";
import type { ReasonDialogProps } from "./reason-box";

const ReasonBox = dynamic(() => import("./reason-box").then((part) => part.ReasonBox), { ssr: false });

/** Asks why before something that is hard to undo. The answer goes into the audit log. Loaded when it is asked. */
export function ReasonDialog(props: ReasonDialogProps) {
  return props.open && <ReasonBox {...props} />;
}
