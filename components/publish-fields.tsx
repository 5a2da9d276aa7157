import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type Props = {
  /** the version in force */
  version: number;
  /** fields that differ from what is in force */
  changes: number;
  note: string;
  onNote: (note: string) => void;
  pending: boolean;
  /** what is wrong with the note */
  error: string | undefined;
};

/** At the foot of a versioned document: why it changes, how much, and the button that publishes it. */
export function PublishFields({ version, changes, note, onNote, pending, error }: Props) {
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Field
        label="What changes and why"
        help="Stands in the history and in the audit."
        error={error}
        className="min-w-56 flex-1"
      >
        <Input value={note} maxLength={500} onChange={({ target }) => onNote(target.value)} />
      </Field>
      <div className="grid gap-1 pb-0.5 sm:justify-items-end">
        <span role="status" className="text-12 text-ink-3">
          {changedWords(changes)}
        </span>
        <Button type="submit" variant="primary" disabled={changes === 0} pending={pending}>
          Publish version {version + 1}
        </Button>
      </div>
    </div>
  );
}

const changedWords = (changes: number): string =>
  changes === 0 ? "Nothing is changed yet" : `${changes} ${changes === 1 ? "field" : "fields"} changed`;
