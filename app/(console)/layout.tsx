import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { CompanyProvider } from "@/components/company";
import { LiveProvider } from "@/components/live";
import { demoBanner, type ShellBanner, sandboxBanner } from "@/components/shell/banner";
import { ConsoleFrame } from "@/components/shell/console-frame";
import { FrameFooter } from "@/components/shell/frame-footer";
import { TimeAtWork } from "@/components/shell/time-at-work";
import { TrpcProvider } from "@/components/trpc";
import type { Caller } from "@/server/api/root";
import { drawnAt, getSessionUser, type SessionUser, serverCaller } from "@/server/auth";
import { permissionsOf } from "@/server/domain/role";
import { type Company, company as companySchema } from "@/server/domain/settings/company";
import { env } from "@/server/env.mjs";

/** Everything behind the sign-in. Who may do what is decided by the API; the frame only leaves out what it would refuse. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const user = await getSessionUser();
  if (user === null) redirect("/sign-in");
  const [caller, position] = await Promise.all([serverCaller(), drawnAt()]);
  const [settings, review] = await Promise.all([
    caller.settings.current({ kind: "company" }),
    waiting(caller, user),
  ]);
  const company = companySchema.parse(settings.body);
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
        <LiveProvider position={position}>
          <TimeAtWork />
          <ConsoleFrame
            user={user}
            counts={{ review }}
            banner={bannerFor(user, company)}
            company={company.name}
            footer={<FrameFooter company={company.name} timeZone={company.timeZone} demo={company.demo} />}
          >
            {children}
          </ConsoleFrame>
        </LiveProvider>
      </CompanyProvider>
    </TrpcProvider>
  );
}

/** Mail that leaves for real is said nowhere: a demo company's goes to the sandbox only where no server is set. */
function bannerFor({ roles }: SessionUser, company: Company): ShellBanner | null {
  if (env.SMTP_URL !== undefined) return null;
  const granted = permissionsOf(roles);
  return company.demo ? demoBanner(company.name, granted) : sandboxBanner(granted);
}

/** How many messages wait for a person; null for whoever may not see them. */
async function waiting(caller: Caller, { roles }: SessionUser): Promise<number | null> {
  return permissionsOf(roles).has("review.read") ? (await caller.review.counts({})).held : null;
}
