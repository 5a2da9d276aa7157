import { notFound } from "next/navigation";
import { RestoreVersion } from "@/components/configuration/restore-version";
import { VersionCompare } from "@/components/configuration/version-compare";
import { Crumb } from "@/components/shell/crumb";
import { Page } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { serverCaller } from "@/server/auth";
import { settingKinds } from "@/server/domain/settings";
import { settingKind } from "@/server/domain/settings/kind";
import { documentHref } from "../../../document-href";
import { orNotFound } from "../../../found";
import { myPermissions } from "../../../permissions";
import { one, type Search } from "../../../search";

export const metadata = { title: "Compare versions" };

type Props = { params: Promise<{ kind: string }>; searchParams: Search };

export default async function ComparePage({ params, searchParams }: Props) {
  const parsed = settingKind.safeParse((await params).kind);
  if (!parsed.success) notFound();
  const kind = parsed.data;
  const search = await searchParams;
  const [from, to] = [versionIn(one(search, "from")), versionIn(one(search, "to"))];
  const api = await serverCaller();
  const [older, newer, { changes }, current, granted] = await Promise.all([
    orNotFound(api.settings.get({ kind, version: from })),
    orNotFound(api.settings.get({ kind, version: to })),
    orNotFound(api.settings.compare({ kind, from, to })),
    api.settings.current({ kind }),
    myPermissions(),
  ]);
  const { title, needs } = settingKinds[kind];
  const back = documentHref(kind);
  const restorable = [older, newer].filter(({ version }) => version !== current.version);
  return (
    <Page>
      <Crumb label={`Versions ${from} and ${to}`} />
      <PageHead
        title={`${title}: version ${from} and version ${to}`}
        lead={
          <>
            Version {current.version} is in force. <TextLink href={back}>Back to the document</TextLink>
          </>
        }
        actions={
          granted.has(needs) &&
          restorable.map(({ version, body }) => (
            <RestoreVersion
              key={version}
              kind={kind}
              version={version}
              body={JSON.parse(JSON.stringify(body))}
              current={current.version}
              back={back}
            />
          ))
        }
      />
      <VersionCompare kind={kind} from={older} to={newer} changes={changes} />
    </Page>
  );
}

function versionIn(text: string | undefined): number {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : notFound();
}
