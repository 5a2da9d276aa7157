import { Diff } from "@/components/ui/diff";
import { Hint } from "@/components/ui/hint";
import type { Brand } from "@/server/domain/settings/brand";
import { diff } from "@/server/domain/settings/diff";

const NAMES: Record<string, string> = {
  name: "Name",
  voice: "How it speaks",
  signature: "Signature",
  doList: "Do",
  dontList: "Do not",
  bannedWords: "Banned words",
  requiredPhrases: "Required phrases",
  toneSample: "Tone sample",
  examples: "Examples",
  noExclamations: "No exclamation marks",
  noHurry: "No hurry",
};

type Props = { before: Brand; after: Brand; version: number };

/** What stands in the editor against what is published. */
export function DraftChanges({ before, after, version }: Props) {
  const changes = diff(before, after);
  if (changes.length === 0) return <Hint>Nothing differs from version {version} yet.</Hint>;
  return (
    <details open={changes.length <= 3}>
      <summary className="cursor-pointer font-medium">
        {changes.length === 1 ? "1 change" : `${changes.length} changes`} against version {version}
      </summary>
      <dl className="mt-2 grid gap-2">
        {changes.map(({ path, before: was, after: is }) => (
          <div key={path}>
            <dt className="text-12 text-ink-3">{NAMES[path] ?? path}</dt>
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
