import type { SettingKind } from "@/server/domain/settings";

const OWN_PAGES: Partial<Record<SettingKind, string>> = {
  brand: "/brand",
  targets: "/settings?tab=targets",
  report: "/report",
};

/** Where a versioned document is edited. */
export const documentHref = (kind: SettingKind): string => OWN_PAGES[kind] ?? `/configuration/${kind}`;
