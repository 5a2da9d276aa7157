import { fieldName } from "@/components/brand-field-name";
import { Diff } from "@/components/ui/diff";
import { Hint } from "@/components/ui/hint";
import type { diff } from "@/server/domain/settings/diff";

type Props = { changes: ReturnType<typeof diff>; version: number };

/** What stands in the editor against what is published. */
export function DraftChanges({ changes, version }: Props) {
  if (changes.length === 0) return <Hint role="status">Nothing differs from version {version} yet.</Hint>;
  return (
    <details open={changes.length <= 3}>
      <summary className="cursor-pointer font-medium">
        {changes.length === 1 ? "1 change" : `${changes.length} changes`} against version {version}
      </summary>
      <dl className="mt-2 grid gap-2">
        {changes.map(({ path, before: was, after: is }) => (
          <div key={path}>
            <dt className="text-12 text-ink-3">{fieldName(path)}</dt>
            <dd>
              <Diff before={textOf(was)} after={textOf(is)} className="text-13" />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "Checked" : "Not checked";
  if (!Array.isArray(value)) return JSON.stringify(value);
  return value.map((item) => (typeof item === "string" ? item : Object.values(item).join(" / "))).join("\n");
}
