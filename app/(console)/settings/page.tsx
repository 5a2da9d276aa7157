import { OwnPassword } from "@/components/settings/own-password";
import { TeamTable } from "@/components/settings/team-table";
import { WriteKeyTable } from "@/components/settings/write-key-table";
import { StartOwn } from "@/components/start/start-own";
import { Page } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { TabLinks } from "@/components/ui/tab-links";
import { getSessionUser, serverCaller } from "@/server/auth";
import type { Permission } from "@/server/domain/role";
import { myPermissions } from "../permissions";
import { one, type Search } from "../search";

export const metadata = { title: "Settings" };

const TABS = [
  { id: "team", label: "Team", needs: "team.read" },
  { id: "keys", label: "Write keys", needs: "settings.write" },
  { id: "password", label: "Your password", needs: "session.own" },
  { id: "own-data", label: "Start with my own data", needs: "company.clear" },
] as const satisfies { id: string; label: string; needs: Permission }[];

export default async function SettingsPage({ searchParams }: { searchParams: Search }) {
  const params = await searchParams;
  const granted = await myPermissions();
  const demo = granted.has("company.clear") ? await (await serverCaller()).company.holdings() : null;
  const tabs = TABS.filter(({ id, needs }) => granted.has(needs) && (id !== "own-data" || demo !== null));
  const tab = tabs.find(({ id }) => id === one(params, "tab")) ?? tabs[0];
  return (
    <Page>
      <PageHead title="Settings" lead="Who works here, and what sends us data." />
      <TabLinks
        label="Settings"
        className="mb-4"
        tabs={tabs.map(({ id, label }) => ({
          href: `/settings?tab=${id}`,
          label,
          current: id === tab?.id,
        }))}
      />
      {tab?.id === "team" && <Team search={one(params, "q") ?? ""} />}
      {tab?.id === "keys" && <WriteKeys />}
      {tab?.id === "password" && <Password />}
      {tab?.id === "own-data" && demo !== null && <StartOwn {...demo} />}
    </Page>
  );
}

async function Team({ search }: { search: string }) {
  const api = await serverCaller();
  const [{ rows }, user, granted] = await Promise.all([api.team.list({}), getSessionUser(), myPermissions()]);
  const wanted = search.toLowerCase();
  const members = rows.filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(wanted));
  return (
    <TeamTable
      members={members}
      total={rows.length}
      selfId={user?.id ?? 0}
      mayWrite={granted.has("team.write")}
    />
  );
}

async function WriteKeys() {
  const api = await serverCaller();
  const { rows } = await api.writeKey.list({});
  return <WriteKeyTable keys={rows} />;
}

async function Password() {
  const user = await getSessionUser();
  return <OwnPassword email={user?.email ?? ""} />;
}
