import { VersionList } from "@/components/configuration/version-list";
import { FailedWorkTable } from "@/components/settings/failed-work-table";
import { MailTest } from "@/components/settings/mail-test";
import { ModelTest } from "@/components/settings/model-test";
import { OwnPassword } from "@/components/settings/own-password";
import { RejectedEventTable } from "@/components/settings/rejected-event-table";
import { SenderForm } from "@/components/settings/sender-form";
import { TargetsForm } from "@/components/settings/targets-form";
import { TeamTable } from "@/components/settings/team-table";
import { WriteKeyTable } from "@/components/settings/write-key-table";
import { StartOwn } from "@/components/start/start-own";
import { Grid, Page, Stack } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { TabLinks } from "@/components/ui/tab-links";
import { getSessionUser, serverCaller } from "@/server/auth";
import type { Permission } from "@/server/domain/role";
import { company } from "@/server/domain/settings/company";
import { targets } from "@/server/domain/settings/targets";
import { env } from "@/server/env.mjs";
import { myPermissions } from "../permissions";
import { one, type Search } from "../search";

export const metadata = { title: "Settings" };

const TABS = [
  { id: "team", label: "Team", needs: "team.read" },
  { id: "keys", label: "Write keys", needs: "settings.write" },
  { id: "sender", label: "Sender", needs: "settings.read" },
  { id: "targets", label: "Targets", needs: "settings.read" },
  { id: "mail", label: "Mail server", needs: "settings.write" },
  { id: "model", label: "Writing model", needs: "settings.write" },
  { id: "failed", label: "Failed work", needs: "failure.settle" },
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
      <PageHead
        title="Settings"
        lead="Who works here, what sends us data, who our mail comes from, and what the figures are to reach."
      />
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
      {tab?.id === "keys" && <WriteKeys after={one(params, "after")} />}
      {tab?.id === "sender" && <Sender />}
      {tab?.id === "targets" && <Targets />}
      {tab?.id === "mail" && <MailServer />}
      {tab?.id === "model" && <Model />}
      {tab?.id === "failed" && <FailedWork after={one(params, "after")} />}
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

/** Where a page of a list begins, by the address; null: with the newest. */
const placeIn = (after: string | undefined): number | null =>
  after !== undefined && /^[1-9]\d{0,14}$/.test(after) ? Number(after) : null;

async function FailedWork({ after }: { after: string | undefined }) {
  const before = placeIn(after);
  const api = await serverCaller();
  return <FailedWorkTable failed={await api.failure.list({ before })} paged={before !== null} />;
}

async function WriteKeys({ after }: { after: string | undefined }) {
  const [api, granted] = await Promise.all([serverCaller(), myPermissions()]);
  const before = placeIn(after);
  const [{ rows }, rejected] = await Promise.all([
    api.writeKey.list({}),
    granted.has("import.read") ? api.writeKey.rejectedEvents({ before }) : null,
  ]);
  return (
    <Stack>
      <WriteKeyTable keys={rows} />
      {rejected !== null && <RejectedEventTable rejected={rejected} paged={before !== null} />}
    </Stack>
  );
}

async function Sender() {
  const api = await serverCaller();
  const [{ version, body }, granted] = await Promise.all([
    api.settings.current({ kind: "company" }),
    myPermissions(),
  ]);
  return (
    <SenderForm
      key={version}
      version={version}
      company={company.parse(body)}
      mayWrite={granted.has("settings.write")}
    />
  );
}

async function Targets() {
  const api = await serverCaller();
  const [{ version, body }, versions, granted] = await Promise.all([
    api.settings.current({ kind: "targets" }),
    api.settings.versions({ kind: "targets" }),
    myPermissions(),
  ]);
  return (
    <Grid>
      <Stack className="lg:col-span-8">
        <TargetsForm
          key={version}
          version={version}
          targets={targets.parse(body)}
          mayWrite={granted.has("targets.write")}
        />
      </Stack>
      <Stack className="lg:col-span-4">
        <VersionList kind="targets" versions={versions} />
      </Stack>
    </Grid>
  );
}

async function MailServer() {
  const user = await getSessionUser();
  // user and password of the address stay here
  const server = env.SMTP_URL === undefined ? null : new URL(env.SMTP_URL).host;
  return <MailTest email={user?.email ?? ""} server={server} />;
}

function Model() {
  const endpoint = env.OPENAI_BASE_URL === undefined ? null : new URL(env.OPENAI_BASE_URL).host;
  return <ModelTest model={env.OPENAI_API_KEY === undefined ? null : env.OPENAI_MODEL} endpoint={endpoint} />;
}

async function Password() {
  const user = await getSessionUser();
  return <OwnPassword email={user?.email ?? ""} />;
}
