import { brand, defaultBrand } from "./brand";
import { company, defaultCompany } from "./company";
import { configuration, defaultConfiguration } from "./configuration";
import { defaultPolicy, policy } from "./policy";
import { defaultReport, report } from "./report";
import { defaultTargets, targets } from "./targets";

/** The versioned documents: each has a schema and the value that holds until somebody publishes one. */
export const settingKinds = {
  configuration: {
    schema: configuration,
    initial: defaultConfiguration,
    title: "Configuration",
    needs: "settings.write",
  },
  policy: { schema: policy, initial: defaultPolicy, title: "Guardrail policy", needs: "policy.write" },
  brand: { schema: brand, initial: defaultBrand, title: "Brand guide", needs: "settings.write" },
  company: { schema: company, initial: defaultCompany, title: "Company", needs: "settings.write" },
  report: { schema: report, initial: defaultReport, title: "Daily report", needs: "settings.write" },
  targets: { schema: targets, initial: defaultTargets, title: "Targets", needs: "targets.write" },
} as const;

export type SettingKind = keyof typeof settingKinds;
export type SettingBody<Kind extends SettingKind> = (typeof settingKinds)[Kind]["initial"];
