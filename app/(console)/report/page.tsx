import { ReportPage } from "@/components/report/report-page";
import { Page } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { getSessionUser, serverCaller } from "@/server/auth";
import { permissionsOf } from "@/server/domain/role";
import { report } from "@/server/domain/settings/report";

export const metadata = { title: "Daily report" };

export default async function DailyReport() {
  const api = await serverCaller();
  const [current, preview, sends, user] = await Promise.all([
    api.settings.current({ kind: "report" }),
    api.report.preview({}),
    api.report.sends({}),
    getSessionUser(),
  ]);
  return (
    <Page>
      <PageHead
        title="Daily report"
        lead="The figures of the last 30 days and what needs a person, by mail, once a day."
      />
      <ReportPage
        version={current.version}
        settings={report.parse(current.body)}
        preview={preview}
        sends={sends}
        mayChange={permissionsOf(user?.roles ?? []).has("settings.write")}
      />
    </Page>
  );
}
