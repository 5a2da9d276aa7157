"use client";
import { settingTitle } from "@/components/segmentor-settings";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Hint } from "@/components/ui/hint";
import { Input } from "@/components/ui/input";
import { Section } from "@/components/ui/section";
import { ACTIONS, CHANNELS, GOAL_TITLES, GOALS } from "@/server/domain/goal";
import { type Document, valueAt, withValue } from "./document-path";
import { groupId } from "./setting-index";

export const GOALS_TITLE = "Segmentors, channels and goals";

/** A segmentor as the console shows it: its settings are plain numbers with defaults. */
export type SegmentorInfo = {
  id: string;
  title: string;
  segments: readonly string[];
  settings: Readonly<Record<string, number>>;
};
type Props = {
  document: Document;
  segmentors: readonly SegmentorInfo[];
  onChange: (document: Document) => void;
  disabled: boolean;
};

const listAt = (document: Document, path: string): readonly unknown[] => {
  const value = valueAt(document, path);
  return Array.isArray(value) ? value : [];
};

/** Which segmentors are on, which of them serves each goal first, with which settings, which channels are used, and which actions a goal allows. */
export function GoalsEditor({ document, segmentors, onChange, disabled }: Props) {
  const toggle = (path: string, item: string, on: boolean) => {
    const rest = listAt(document, path).filter((one) => one !== item);
    onChange(withValue(document, path, on ? [...rest, item] : rest));
  };
  return (
    <Card id={groupId(GOALS_TITLE)} className="scroll-mt-16">
      <CardHeader title={GOALS_TITLE} sub="The router takes the first enabled segmentor of the goal." />
      <CardBody className="flex flex-wrap gap-x-6 gap-y-2">
        {segmentors.map(({ id, title, segments }) => (
          <Checkbox
            key={id}
            label={title}
            help={segments.join(", ")}
            checked={listAt(document, "enabledSegmentors").includes(id)}
            disabled={disabled}
            onCheckedChange={(on) => toggle("enabledSegmentors", id, on === true)}
          />
        ))}
      </CardBody>
      <Section title="Channels">
        <Choices
          ordered
          legend="Channels, first choice first"
          hint="What is no choice here is used by no campaign. One channel stays."
          items={CHANNELS.map((id) => ({ id, title: `${id.charAt(0).toUpperCase()}${id.slice(1)}` }))}
          chosen={listAt(document, "channelPriority")}
          least={1}
          disabled={disabled}
          onToggle={(id, on) => toggle("channelPriority", id, on)}
        />
      </Section>
      {GOALS.map((goal) => (
        <Section key={goal} title={GOAL_TITLES[goal]}>
          <div className="grid gap-3">
            <Choices
              ordered
              legend="Segmentors, first choice first"
              items={segmentors.map(({ id, title }) => ({ id, title }))}
              chosen={listAt(document, `goals.${goal}.segmentors`)}
              disabled={disabled}
              onToggle={(id, on) => toggle(`goals.${goal}.segmentors`, id, on)}
            />
            <Choices
              legend="Actions allowed"
              items={ACTIONS.map((id) => ({ id, title: `${id.charAt(0).toUpperCase()}${id.slice(1)}` }))}
              chosen={listAt(document, `goals.${goal}.actions`)}
              disabled={disabled}
              onToggle={(id, on) => toggle(`goals.${goal}.actions`, id, on)}
            />
            <SegmentorSettings
              goal={goal}
              document={document}
              segmentors={segmentors}
              onChange={onChange}
              disabled={disabled}
            />
          </div>
        </Section>
      ))}
    </Card>
  );
}

type ChoicesProps = {
  legend: string;
  items: readonly { id: string; title: string }[];
  chosen: readonly unknown[];
  disabled: boolean;
  /** shows the place of each in the order of choosing */
  ordered?: boolean;
  hint?: string;
  /** how many must stay chosen */
  least?: number;
  onToggle: (id: string, on: boolean) => void;
};

/** Boxes that remember the order in which they were chosen. */
function Choices({
  legend,
  items,
  chosen,
  disabled,
  ordered = false,
  hint,
  least = 0,
  onToggle,
}: ChoicesProps) {
  const place = (id: string) => chosen.indexOf(id);
  return (
    <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
      <legend className="mb-1 text-12 font-medium text-ink-2">{legend}</legend>
      {items.map(({ id, title }) => (
        <Checkbox
          key={id}
          label={ordered && place(id) >= 0 && chosen.length > 1 ? `${title} (${place(id) + 1})` : title}
          checked={place(id) >= 0}
          disabled={disabled || (place(id) >= 0 && chosen.length <= least)}
          onCheckedChange={(on) => onToggle(id, on === true)}
        />
      ))}
      {hint && <Hint className="w-full">{hint}</Hint>}
    </fieldset>
  );
}

type SettingsProps = Props & { goal: string };

function SegmentorSettings({ goal, document, segmentors, onChange, disabled }: SettingsProps) {
  const chosen = listAt(document, `goals.${goal}.segmentors`);
  const fields = segmentors
    .filter(({ id }) => chosen.includes(id))
    .flatMap(({ id, title, settings }) =>
      Object.entries(settings).map(([name, initial]) => ({ id, title, name, initial })),
    );
  if (fields.length === 0) return null;
  return (
    <details>
      <summary className="cursor-pointer text-ink-2">Settings of these segmentors</summary>
      <div className="mt-3 grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {fields.map(({ id, title, name, initial }) => {
          const path = `goals.${goal}.settings.${id}.${name}`;
          const value = valueAt(document, path);
          return (
            <Field key={path} label={`${title}: ${settingTitle(name)}`} help={`Default ${initial}`}>
              <Input
                type="number"
                step="any"
                value={typeof value === "number" ? value : initial}
                disabled={disabled}
                onChange={({ target }) => onChange(withValue(document, path, Number(target.value)))}
              />
            </Field>
          );
        })}
      </div>
    </details>
  );
}
