import { ReportPage } from "@/components/report/report-page";
import { ReportSkeleton } from "@/components/report/report-skeleton";
import { Later } from "@/components/ui/later";
import { Page } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import type { Caller } from "@/server/api/root";
import { serverCaller } from "@/server/auth";
import { report } from "@/server/domain/settings/report";
import { myPermissions } from "../permissions";

export const metadata = { title: "Daily report" };

export default async function DailyReport() {
  const api = await serverCaller();
  return (
    <Page>
      <PageHead
        title="Daily report"
        lead="The figures of the last 30 days and what needs a person, by mail, once a day."
      />
      <Later ask={() => reportOf(api)} instead={<ReportSkeleton />}>
        {(found) => <ReportPage {...found} />}
      </Later>
    </Page>
  );
}

async function reportOf(api: Caller) {
  const [current, preview, sends, granted] = await Promise.all([
    api.settings.current({ kind: "report" }),
    api.report.preview({}),
    api.report.sends({}),
    myPermissions(),
  ]);
  return {
    version: current.version,
    settings: report.parse(current.body),
    preview,
    sends,
    mayChange: granted.has("settings.write"),
  };
}
