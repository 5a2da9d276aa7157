import { ImportPage } from "@/components/imports/import-page";
import { Crumb } from "@/components/shell/crumb";
import { NoAccess } from "@/components/shell/no-access";
import { serverCaller } from "@/server/auth";
import { idOf, orNotFound } from "../../found";
import { myPermissions } from "../../permissions";
import { one, type Search } from "../../search";

export const metadata = { title: "Import" };
const PAGE_SIZE = 25;

type Props = { params: Promise<{ id: string }>; searchParams: Search };

export default async function OneImportPage({ params, searchParams }: Props) {
  const id = idOf((await params).id);
  const after = placeOf(one(await searchParams, "after"));
  const granted = await myPermissions();
  if (!granted.has("import.read")) return <NoAccess title="Import" />;
  const api = await serverCaller();
  const [first, rejections] = await Promise.all([
    orNotFound(api.import.get({ id })),
    api.import.rejections({ id, after, limit: PAGE_SIZE }),
  ]);
  return (
    <>
      <Crumb label={first.fileName} />
      <ImportPage first={first} rejections={rejections} mayImport={granted.has("import.write")} />
    </>
  );
}

/** `12~Email`: go on after the refusal of that column in line 12. */
function placeOf(text: string | undefined): { line: number; column: string } | null {
  const match = /^(\d{1,9})~(.{0,300})$/s.exec(text ?? "");
  return match === null ? null : { line: Number(match[1]), column: match[2] ?? "" };
}
