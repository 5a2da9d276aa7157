"use client";
import { Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Hint } from "@/components/ui/hint";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import type { Brand } from "@/server/domain/settings/brand";
import type { EditorProps } from "./brand-types";

type ListName = "doList" | "dontList" | "bannedWords" | "requiredPhrases";

/** What to do and not to do, with examples. */
export function RuleFields(props: EditorProps) {
  const { guide, set, complaints, disabled } = props;
  return (
    <Card>
      <CardHeader title="Do and do not" sub="Told to the writer; no copy is checked against it." />
      <CardBody className="grid gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <Lines {...props} name="doList" label="Do" help="One a line" />
          <Lines {...props} name="dontList" label="Do not" help="One a line" />
        </div>
        <Examples
          examples={guide.examples ?? []}
          complaint={[...complaints].find(([path]) => path.startsWith("examples"))?.[1]}
          disabled={disabled}
          onChange={(examples) => set("examples", examples.length === 0 ? undefined : examples)}
        />
      </CardBody>
    </Card>
  );
}

/** Words that never leave, and phrases that always do. */
export function PhraseFields(props: EditorProps) {
  return (
    <Card>
      <CardHeader title="Words" sub="Every piece is checked against these, whoever wrote it." />
      <CardBody className="grid gap-4 sm:grid-cols-2">
        <Rule
          {...props}
          name="noExclamations"
          label="No exclamation marks"
          help="Copy that holds one cannot be saved."
        />
        <Rule
          {...props}
          name="noHurry"
          label="No hurry"
          help="“Last chance”, “today only”, “while stocks last” and the like."
        />
        <Lines
          {...props}
          name="bannedWords"
          label="Banned words and phrases"
          help="One a line. Copy that holds one is thrown away, whoever wrote it."
        />
        <Lines
          {...props}
          name="requiredPhrases"
          label="Required phrases"
          help="One a line. They stand in the foot of every message, word for word."
        />
      </CardBody>
    </Card>
  );
}

type RuleProps = EditorProps & { name: "noExclamations" | "noHurry"; label: string; help: string };

function Rule({ guide, set, disabled, name, label, help }: RuleProps) {
  return (
    <Switch
      label={label}
      help={help}
      checked={guide[name] === true}
      disabled={disabled}
      onCheckedChange={(on) => set(name, on ? true : undefined)}
    />
  );
}

type LinesProps = EditorProps & { name: ListName; label: string; help: string };

/** A list, one item a line; empty lines are dropped when the control is left. */
function Lines({ guide, set, complaints, disabled, name, label, help }: LinesProps) {
  const lines = guide[name] ?? [];
  const complaint = [...complaints].find(([path]) => path === name || path.startsWith(`${name}.`))?.[1];
  const keep = (next: string[]) =>
    set(name, name === "requiredPhrases" && next.length === 0 ? undefined : next);
  return (
    <Field label={label} help={help} error={complaint}>
      <Textarea
        rows={Math.min(10, Math.max(4, lines.length + 1))}
        value={lines.join("\n")}
        disabled={disabled}
        onChange={({ target }) => keep(target.value.split("\n"))}
        onBlur={() => keep(lines.map((line) => line.trim()).filter((line) => line !== ""))}
      />
    </Field>
  );
}

type Example = NonNullable<Brand["examples"]>[number];
type ExamplesProps = {
  examples: readonly Example[];
  complaint: string | undefined;
  disabled: boolean;
  onChange: (examples: Example[]) => void;
};

function Examples({ examples, complaint, disabled, onChange }: ExamplesProps) {
  const change = (at: number, next: Partial<Example>) =>
    onChange(examples.map((one, i) => (i === at ? { ...one, ...next } : one)));
  return (
    <fieldset className="grid gap-2.5">
      <legend className="mb-2 text-12 font-medium text-ink-2">Examples</legend>
      {examples.length === 0 && <Hint>Pairs of sentences: as you say it, and as you do not.</Hint>}
      {examples.map((one, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a pair has no name but its place
        <div key={i} className="grid items-end gap-2.5 sm:grid-cols-[1fr_1fr_auto]">
          <Field label={`We say, ${i + 1}`}>
            <Input
              value={one.say}
              maxLength={300}
              disabled={disabled}
              onChange={({ target }) => change(i, { say: target.value })}
            />
          </Field>
          <Field label={`Not, ${i + 1}`}>
            <Input
              value={one.notThis}
              maxLength={300}
              disabled={disabled}
              onChange={({ target }) => change(i, { notThis: target.value })}
            />
          </Field>
          {!disabled && (
            <IconButton
              label={`Take example ${i + 1} out`}
              icon={<Trash2 aria-hidden />}
              onClick={() => onChange(examples.filter((_, at) => at !== i))}
            />
          )}
        </div>
      ))}
      {complaint !== undefined && <p className="text-12 text-block">Fill in both sides of each example.</p>}
      {!disabled && examples.length < 20 && (
        <div>
          <Button size="sm" onClick={() => onChange([...examples, { say: "", notThis: "" }])}>
            <Plus aria-hidden /> Add an example
          </Button>
        </div>
      )}
    </fieldset>
  );
}
