import type { ComponentProps } from "react";
import { PublishFields } from "@/components/publish-fields";
import { Callout } from "@/components/ui/callout";
import type { SettingKind } from "@/server/domain/settings";
import { settingWords } from "./setting-words";

type Props = Omit<ComponentProps<typeof PublishFields>, "error"> & {
  kind: SettingKind;
  complaints: ReadonlyMap<string, string>;
};

/** Stays in view at the foot of a long document, where there is room for both: how much is changed, why, and the way to publish it. */
export function PublishBar({ kind, complaints, ...fields }: Props) {
  return (
    <div className="bottom-0 z-10 grid gap-3 rounded-lg border border-line-2 bg-surface px-4 py-3 shadow-2 sm:sticky">
      <Complaints kind={kind} complaints={complaints} />
      <PublishFields {...fields} error={complaints.get("note")} />
    </div>
  );
}

function Complaints({ kind, complaints }: Pick<Props, "kind" | "complaints">) {
  if (complaints.size === 0) return null;
  return (
    <Callout tone="block" role="alert">
      <p>Nothing was published:</p>
      <ul>
        {[...complaints].map(([path, message]) => (
          <li key={path}>{path === "" ? message : `${settingWords(kind, path).name}: ${message}`}</li>
        ))}
      </ul>
    </Callout>
  );
}
