"use client";
import { type FormEvent, useState } from "react";
import { useCompany } from "@/components/company";
import { complaintsIn } from "@/components/complaints";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { usePublishSetting } from "@/components/use-publish-setting";
import { KPIS } from "@/server/domain/kpi/definitions";
import { GOAL_KPIS, type GoalKpi } from "@/server/domain/kpi/goal-kpis";
import type { Mark, Targets } from "@/server/domain/settings/targets";
import { markUnit } from "./mark-unit";

type Props = { version: number; targets: Targets; mayWrite: boolean };
type Figures = Targets["figures"];

/** Where each figure began and where it is to be. Saving publishes the next version. */
export function TargetsForm({ version, targets, mayWrite }: Props) {
  const { currency } = useCompany();
  const [figures, setFigures] = useState(() => figuresIn(targets, currency));
  const [note, setNote] = useState("");
  const { publish, pending, error } = usePublishSetting(
    "targets",
    (published) => `The targets are published as version ${published}`,
  );
  const complaints = complaintsIn(error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    publish({ expectedVersion: version, body: { currency, figures }, note });
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
          <MarkTable
            figures={figures}
            currency={currency}
            complaints={complaints}
            disabled={!mayWrite}
            onChange={(id, mark) => setFigures((before) => ({ ...before, [id]: mark }))}
          />
          {mayWrite && (
            <>
              <Field
                label="What changes and why"
                help="Stands in the history and in the audit"
                error={complaints.get("note") ?? complaints.get("")}
              >
                <Input value={note} maxLength={500} onChange={({ target }) => setNote(target.value)} />
              </Field>
              <Button type="submit" variant="primary" pending={pending} className="justify-self-start">
                Publish version {version + 1}
              </Button>
            </>
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

type TableProps = {
  figures: Figures;
  currency: string;
  complaints: ReadonlyMap<string, string>;
  disabled: boolean;
  onChange: (id: GoalKpi, mark: Mark) => void;
};

function MarkTable({ figures, currency, complaints, disabled, onChange }: TableProps) {
  return (
    <Table label="Where the figures began and are to be" className="max-md:min-w-0">
      <TableHeader>
        <TableRow>
          <TableHead>Figure</TableHead>
          <TableHead className="w-40">Began at</TableHead>
          <TableHead className="w-40">Target</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {GOAL_KPIS.map((id) => (
          <TableRow key={id}>
            <TableCell>
              <TextLink look="name" href={`/definitions#${id}`}>
                {KPIS[id].title}
              </TextLink>
              <span className="block text-12 text-ink-3">
                {KPIS[id].better === "up" ? "more is better" : "less is better"}
              </span>
            </TableCell>
            {(["baseline", "target"] as const).map((side) => (
              <TableCell key={side} className="align-top">
                <MarkInput
                  id={id}
                  side={side}
                  value={figures[id][side]}
                  currency={currency}
                  complaint={complaints.get(`figures.${id}.${side}`)}
                  disabled={disabled}
                  onChange={(value) => onChange(id, { ...figures[id], [side]: value })}
                />
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

type InputProps = {
  id: GoalKpi;
  side: keyof Mark;
  value: number | null;
  currency: string;
  complaint: string | undefined;
  disabled: boolean;
  onChange: (value: number | null) => void;
};

const SIDES: Record<keyof Mark, string> = { baseline: "began at", target: "target" };

function MarkInput({ id, side, value, currency, complaint, disabled, onChange }: InputProps) {
  const { words, scale } = markUnit(KPIS[id].unit, currency);
  const problem = complaint === undefined ? undefined : `${id}-${side}-problem`;
  return (
    <>
      <Input
        type="number"
        step="any"
        min={0}
        unit={words}
        aria-label={`${KPIS[id].title}, ${SIDES[side]}`}
        aria-invalid={complaint === undefined ? undefined : true}
        aria-describedby={problem}
        value={value === null ? "" : Number((value * scale).toPrecision(12))}
        disabled={disabled}
        onChange={({ target }) =>
          onChange(target.value === "" ? null : Number((Number(target.value) / scale).toPrecision(12)))
        }
      />
      {complaint !== undefined && (
        <p id={problem} role="alert" className="mt-1 text-12 text-block">
          {complaint}
        </p>
      )}
    </>
  );
}
