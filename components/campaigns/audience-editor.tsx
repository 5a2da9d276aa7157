"use client";
import { useQuery } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { useDeferredValue } from "react";
import { useCompany } from "@/components/company";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { formatCount, formatInstant, formatMoney } from "@/components/ui/format";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import {
  AUDIENCE_FIELDS,
  type AudienceField,
  type CampaignBody,
  type Comparison,
} from "@/server/domain/campaign";
import { audienceSentence, OPERATORS, operatorsOf } from "./audience-sentence";

type Audience = CampaignBody["audience"];
type Props = { audience: Audience; onChange: (audience: Audience) => void };

const FIELD_OPTIONS = Object.entries(AUDIENCE_FIELDS).map(([value, { title }]) => ({ value, label: title }));
const FIRST: Comparison = { field: "silenceDays", op: ">=", value: 90 };
const startOf: Record<(typeof AUDIENCE_FIELDS)[AudienceField]["kind"], Comparison["value"]> = {
  number: 1,
  text: "DE",
  boolean: true,
};

/** Rules that must all hold, the sentence they make, and who that is now. */
export function AudienceEditor({ audience, onChange }: Props) {
  const change = (index: number, rule: Comparison) =>
    onChange({ all: audience.all.map((old, i) => (i === index ? rule : old)) });
  return (
    <div className="grid gap-3">
      {keyed(audience.all).map(({ rule, key }, index) => (
        <Rule
          key={key}
          rule={rule}
          onChange={(next) => change(index, next)}
          onRemove={() => onChange({ all: audience.all.filter((_, i) => i !== index) })}
        />
      ))}
      <div>
        <Button size="sm" onClick={() => onChange({ all: [...audience.all, FIRST] })}>
          <Plus aria-hidden /> Add a rule
        </Button>
      </div>
      <p className="text-ink-2">{audienceSentence(audience)}</p>
      <Preview audience={audience} />
    </div>
  );
}

/** Rules have no identity of their own: the n-th rule on a field is the same row while others come and go. */
function keyed(rules: readonly Comparison[]) {
  const seen = new Map<string, number>();
  return rules.map((rule) => {
    const n = (seen.get(rule.field) ?? 0) + 1;
    seen.set(rule.field, n);
    return { rule, key: `${rule.field}:${n}` };
  });
}

function Rule({
  rule,
  onChange,
  onRemove,
}: {
  rule: Comparison;
  onChange: (rule: Comparison) => void;
  onRemove: () => void;
}) {
  const { currency } = useCompany();
  const field = AUDIENCE_FIELDS[rule.field];
  const unit = field.unit === "money" ? currency : field.unit;
  const choose = (name: string) => {
    const next = Object.keys(AUDIENCE_FIELDS).find((key): key is AudienceField => key === name) ?? rule.field;
    const { kind } = AUDIENCE_FIELDS[next];
    onChange({ field: next, op: kind === "number" ? ">=" : "=", value: startOf[kind] });
  };
  const operators = operatorsOf(field.kind);
  return (
    <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)_auto] items-center gap-2 max-sm:grid-cols-2">
      <Select
        aria-label="Fact"
        options={FIELD_OPTIONS}
        value={rule.field}
        onChange={(event) => choose(event.target.value)}
      />
      <Select
        aria-label="Comparison"
        options={operators.map((op) => ({ value: op, label: OPERATORS[op] }))}
        value={rule.op}
        onChange={(event) =>
          onChange({ ...rule, op: operators.find((op) => op === event.target.value) ?? rule.op })
        }
      />
      {typeof rule.value === "boolean" ? (
        <Select
          aria-label="Value"
          options={[
            { value: "true", label: "yes" },
            { value: "false", label: "no" },
          ]}
          value={String(rule.value)}
          onChange={(event) => onChange({ ...rule, value: event.target.value === "true" })}
        />
      ) : (
        <Input
          aria-label={`Value, ${unit}`}
          unit={unit}
          type={field.kind === "number" ? "number" : "text"}
          min={0}
          value={rule.value}
          onChange={({ target }) =>
            onChange({
              ...rule,
              value: field.kind === "number" ? Number(target.value) : target.value.toUpperCase(),
            })
          }
        />
      )}
      <IconButton label="Remove this rule" icon={<X aria-hidden />} onClick={onRemove} />
    </div>
  );
}

function Preview({ audience }: { audience: Audience }) {
  const trpc = useTRPC();
  const { currency, timeZone } = useCompany();
  const settled = useDeferredValue(audience);
  const preview = useQuery(
    trpc.campaign.previewAudience.queryOptions({ audience: settled }, { placeholderData: (old) => old }),
  );
  if (preview.error)
    return (
      <Callout tone="block" role="alert">
        The audience could not be counted: {preview.error.message}
      </Callout>
    );
  if (preview.data === undefined) return <p className="text-ink-3">Counting…</p>;
  const { count, sample } = preview.data;
  return (
    <div className="grid gap-2">
      <p aria-live="polite">
        <b className="font-medium">{formatCount(count)}</b> people now
        {count > sample.length && sample.length > 0 ? `, ${sample.length} of them:` : ""}
      </p>
      {sample.length > 0 && (
        <Table label="A sample of the audience" density="dense">
          <TableHeader>
            <TableRow>
              <TableHead>Customer</TableHead>
              <TableHead>Country</TableHead>
              <TableHead numeric>Orders</TableHead>
              <TableHead numeric>Spent</TableHead>
              <TableHead>Last order</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {sample.map((person) => (
              <TableRow key={person.customerId}>
                <TableCell>
                  <TextLink href={`/customers/${person.customerId}`}>No. {person.customerId}</TextLink>
                </TableCell>
                <TableCell>{person.country ?? "–"}</TableCell>
                <TableCell numeric>{formatCount(person.orders)}</TableCell>
                <TableCell numeric>{formatMoney(person.spendMinor, currency)}</TableCell>
                <TableCell>
                  {person.lastOrderMs === null
                    ? "Never"
                    : formatInstant(person.lastOrderMs, timeZone, "date")}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </div>
  );
}
