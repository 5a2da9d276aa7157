import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type Props = {
  version: number;
  /** fields that differ from what is in force */
  changes: number;
  note: string;
  onNote: (note: string) => void;
  pending: boolean;
  complaints: ReadonlyMap<string, string>;
};

/** Stays in view at the foot of a long document: how much is changed, why, and the way to publish it. */
export function PublishBar({ version, changes, note, onNote, pending, complaints }: Props) {
  return (
    <div className="sticky bottom-0 z-10 grid gap-3 rounded-lg border bg-surface px-4 py-3 shadow-2">
      <Complaints complaints={complaints} />
      <div className="flex flex-wrap items-end gap-3">
        <Field
          label="What changes and why"
          help="Stands in the history and in the audit."
          error={complaints.get("note")}
          className="min-w-56 flex-1"
        >
          <Input value={note} maxLength={500} onChange={({ target }) => onNote(target.value)} />
        </Field>
        <div className="grid justify-items-end gap-1 pb-0.5">
          <span role="status" className="text-12 text-ink-3">
            {changedWords(changes)}
          </span>
          <Button type="submit" variant="primary" disabled={changes === 0} pending={pending}>
            Publish version {version + 1}
          </Button>
        </div>
      </div>
    </div>
  );
}

const changedWords = (changes: number): string =>
  changes === 0 ? "Nothing is changed yet" : `${changes} ${changes === 1 ? "field" : "fields"} changed`;

function Complaints({ complaints }: Pick<Props, "complaints">) {
  if (complaints.size === 0) return null;
  return (
    <Callout tone="block" role="alert">
      <p>Nothing was published:</p>
      <ul>
        {[...complaints].map(([path, message]) => (
          <li key={path}>{path === "" ? message : `${path}: ${message}`}</li>
        ))}
      </ul>
    </Callout>
  );
}
