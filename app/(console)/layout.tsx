import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { CompanyProvider } from "@/components/company";
import { sandboxBanner } from "@/components/shell/banner";
import { ConsoleFrame } from "@/components/shell/console-frame";
import { FrameFooter } from "@/components/shell/frame-footer";
import { TrpcProvider } from "@/components/trpc";
import { getSessionUser, serverCaller } from "@/server/auth";
import { company as companySchema } from "@/server/domain/settings/company";
import { env } from "@/server/env.mjs";

/** Everything behind the sign-in. Who may do what is decided by the API; the frame only leaves out what it would refuse. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const user = await getSessionUser();
  if (user === null) redirect("/sign-in");
  const caller = await serverCaller();
  const company = companySchema.parse((await caller.settings.current({ kind: "company" })).body);
  return (
    <TrpcProvider>
      <CompanyProvider
        company={{
          name: company.name,
          currency: company.currency,
          timeZone: company.timeZone,
          demo: company.demo,
        }}
      >
        <ConsoleFrame
          user={user}
          counts={{ review: null }}
          banner={env.SMTP_URL === undefined ? sandboxBanner : null}
          company={company.name}
          footer={<FrameFooter company={company.name} timeZone={company.timeZone} demo={company.demo} />}
        >
          {children}
        </ConsoleFrame>
      </CompanyProvider>
    </TrpcProvider>
  );
}
