import { notFound, redirect } from "next/navigation";
import { SettingForm } from "@/components/configuration/setting-form";
import { VersionList } from "@/components/configuration/version-list";
import { Badge } from "@/components/ui/badge";
import { Grid, Page, Stack } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { TabLinks } from "@/components/ui/tab-links";
import { getSessionUser, serverCaller } from "@/server/auth";
import { permissionsOf } from "@/server/domain/role";
import { settingKinds } from "@/server/domain/settings";
import { settingKind } from "@/server/domain/settings/kind";
import { documentHref } from "../../document-href";

export const metadata = { title: "Configuration" };

export default async function ConfigurationPage({ params }: { params: Promise<{ kind: string }> }) {
  const parsed = settingKind.safeParse((await params).kind);
  if (!parsed.success) notFound();
  const kind = parsed.data;
  if (kind === "brand" || kind === "targets" || kind === "report") redirect(documentHref(kind));
  const api = await serverCaller();
  const [current, versions, segmentors, user] = await Promise.all([
    api.settings.current({ kind }),
    api.settings.versions({ kind }),
    api.settings.segmentors({}),
    getSessionUser(),
  ]);
  const { needs } = settingKinds[kind];
  const locked = permissionsOf(user?.roles ?? []).has(needs)
    ? null
    : "You may look at this document; changing it needs another role.";
  const tabs = settingKind.options.map((id) => ({
    href: documentHref(id),
    label: settingKinds[id].title,
    current: id === kind,
  }));
  return (
    <Page>
      <PageHead
        title="Configuration"
        lead="Settings are versioned documents. A run names the versions it was made under."
        badges={<Badge tone="plain">Version {current.version} in force</Badge>}
      />
      <TabLinks label="Documents" tabs={tabs} />
      <Grid className="mt-4">
        <Stack className="lg:col-span-9">
          <SettingForm
            key={`${kind}-${current.version}`}
            kind={kind}
            version={current.version}
            body={JSON.parse(JSON.stringify(current.body))}
            segmentors={segmentors}
            locked={locked}
          />
        </Stack>
        <Stack className="lg:col-span-3">
          <VersionList kind={kind} versions={versions} />
        </Stack>
      </Grid>
    </Page>
  );
}
