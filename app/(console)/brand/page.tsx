import { BrandPage } from "@/components/brand/brand-page";
import { VersionList } from "@/components/configuration/version-list";
import { serverCaller } from "@/server/auth";
import { type Brand, brand, defaultBrand } from "@/server/domain/settings/brand";
import { offerTitles } from "../offer-titles";
import { myPermissions } from "../permissions";

export const metadata = { title: "Brand" };

export default async function BrandGuidePage() {
  const api = await serverCaller();
  const [current, { draft }, versions, offers, granted] = await Promise.all([
    api.settings.current({ kind: "brand" }),
    api.settings.draft({ kind: "brand" }),
    api.settings.versions({ kind: "brand" }),
    offerTitles(),
    myPermissions(),
  ]);
  const published = brand.parse(current.body);
  return (
    <BrandPage
      // a publication or a discarded draft begins the editor anew
      key={`${current.version}-${draft === null ? "published" : "draft"}`}
      version={current.version}
      published={published}
      draft={draft}
      guide={draft === null ? published : guideIn(draft.body)}
      offers={Object.entries(offers).map(([id, title]) => ({ id, title }))}
      locked={
        granted.has("settings.write") ? null : "You may look at the guide; changing it needs another role."
      }
      versions={<VersionList kind="brand" versions={versions} />}
    />
  );
}

/** A draft need not be whole: what is missing is taken from the built-in guide, the rest stands as it was typed. */
function guideIn(body: unknown): Brand {
  const typed = typeof body === "object" && body !== null ? body : {};
  return { ...defaultBrand, ...typed };
}
