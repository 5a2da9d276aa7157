"use client";
import { type FormEvent, useState } from "react";
import { useCompany } from "@/components/company";
import { complaintsIn } from "@/components/complaints";
import { markUnit } from "@/components/mark-unit";
import { PublishFields } from "@/components/publish-fields";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Hint } from "@/components/ui/hint";
import { Input } from "@/components/ui/input";
import { TextLink } from "@/components/ui/text-link";
import { usePublishSetting } from "@/components/use-publish-setting";
import { KPIS } from "@/server/domain/kpi/definitions";
import { GOAL_KPIS, type GoalKpi } from "@/server/domain/kpi/goal-kpis";
import { diff } from "@/server/domain/settings/diff";
import type { Mark, Targets } from "@/server/domain/settings/targets";

type Props = { version: number; targets: Targets; mayWrite: boolean };
type Figures = Targets["figures"];

/** Where each figure began and where it is to be. Saving publishes the next version. */
export function TargetsForm({ version, targets, mayWrite }: Props) {
  const { currency } = useCompany();
  const [figures, setFigures] = useState(() => figuresIn(targets, currency));
  const next: Targets = { currency, figures };
  const [note, setNote] = useState("");
  const { publish, pending, error } = usePublishSetting(
    "targets",
    (published) => `The targets are published as version ${published}`,
  );
  const complaints = complaintsIn(error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    publish({ expectedVersion: version, body: next, note });
  };
  return (
    <Card>
      <CardHeader title="Targets" sub="The overview and the daily report hold the figures against them." />
      <CardBody>
        <form onSubmit={submit} className="grid gap-4">
          {!mayWrite && <Callout tone="info">You may read this; changing it needs an admin.</Callout>}
          {targets.currency !== currency && (
            <Callout tone="hold">
              Figures in money have no target: theirs were set in {targets.currency}, and the company counts
              in {currency}.
            </Callout>
          )}
          <div>
            {GOAL_KPIS.map((id) => (
              <MarkRow
                key={id}
                id={id}
                mark={figures[id]}
                currency={currency}
                complaints={complaints}
                disabled={!mayWrite}
                onChange={(mark) => setFigures((before) => ({ ...before, [id]: mark }))}
              />
            ))}
          </div>
          {mayWrite && (
            <PublishFields
              version={version}
              changes={diff(targets, next).length}
              note={note}
              onNote={setNote}
              pending={pending}
              error={complaints.get("note") ?? complaints.get("")}
            />
          )}
        </form>
      </CardBody>
    </Card>
  );
}

/** Marks in money of another currency are not ours: their fields begin empty. */
const figuresIn = ({ figures, currency: set }: Targets, currency: string): Figures =>
  set === currency
    ? figures
    : {
        ...figures,
        ...Object.fromEntries(
          GOAL_KPIS.filter((id) => KPIS[id].unit === "money").map((id) => [
            id,
            { baseline: null, target: null },
          ]),
        ),
      };

type RowProps = {
  id: GoalKpi;
  mark: Mark;
  currency: string;
  complaints: ReadonlyMap<string, string>;
  disabled: boolean;
  onChange: (mark: Mark) => void;
};

const SIDES: readonly { side: keyof Mark; label: string }[] = [
  { side: "baseline", label: "Began at" },
  { side: "target", label: "Target" },
];

function MarkRow({ id, mark, currency, complaints, disabled, onChange }: RowProps) {
  const { title, unit, better } = KPIS[id];
  const { words, scale } = markUnit(unit, currency);
  const typed = (text: string) => (text === "" ? null : Number((Number(text) / scale).toPrecision(12)));
  return (
    <div className="grid grid-cols-2 items-start gap-x-3 gap-y-2 border-t py-3 md:grid-cols-[minmax(0,1fr)_10rem_10rem]">
      <div className="max-md:col-span-2">
        <TextLink look="name" href={`/definitions#${id}`}>
          {title}
        </TextLink>
        <Hint>{better === "up" ? "More is better" : "Less is better"}</Hint>
      </div>
      {SIDES.map(({ side, label }) => (
        <Field
          key={side}
          label={
            <>
              {label}
              <span className="sr-only">: {title}</span>
            </>
          }
          error={complaints.get(`figures.${id}.${side}`)}
        >
          <Input
            type="number"
            step="any"
            min={0}
            unit={words}
            value={mark[side] === null ? "" : Number((mark[side] * scale).toPrecision(12))}
            disabled={disabled}
            onChange={({ target }) => onChange({ ...mark, [side]: typed(target.value) })}
          />
        </Field>
      ))}
    </div>
  );
}
