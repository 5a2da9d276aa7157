import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { sandboxBanner } from "@/components/shell/banner";
import { ConsoleFrame } from "@/components/shell/console-frame";
import { TrpcProvider } from "@/components/trpc";
import { getSessionUser } from "@/server/auth";
import { env } from "@/server/env.mjs";

/** Everything behind the sign-in. Who may do what is decided by the API; the frame only leaves out what it would refuse. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const user = await getSessionUser();
  if (user === null) redirect("/sign-in");
  return (
    <TrpcProvider>
      <ConsoleFrame
        user={user}
        counts={{ review: null }}
        banner={env.SMTP_URL === undefined ? sandboxBanner : null}
      >
        {children}
      </ConsoleFrame>
    </TrpcProvider>
  );
}
