"use client";
import { X } from "lucide-react";
import { OPERATORS } from "@/components/audience-sentence";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import type { Comparison } from "@/server/domain/audience";
import {
  AUDIENCE_FIELDS,
  type AudienceField,
  type AudienceKind,
  type AudienceOp,
  isWords,
  OPS_OF,
  rangeOf,
} from "@/server/domain/audience-fields";
import { RuleValue } from "./rule-value";
import type { AudienceChoices } from "./use-audience-choices";

type ListProps = {
  rules: readonly Comparison[];
  choices: AudienceChoices;
  onChange: (rules: Comparison[]) => void;
};

const FIRST_RULE: Comparison = { field: "silenceDays", op: ">=", value: 90 };
const FIELDS = Object.keys(AUDIENCE_FIELDS) as AudienceField[];
const FIELD_OPTIONS = FIELDS.map((value) => ({ value, label: AUDIENCE_FIELDS[value].title }));
const START: Record<AudienceKind, Pick<Comparison, "op" | "value">> = {
  number: { op: ">=", value: 1 },
  text: { op: "in", value: [] },
  list: { op: "in", value: [] },
  boolean: { op: "=", value: true },
  touch: { op: "=", value: { campaignId: 0, days: 30 } },
};

/** A rule to begin with, on a fact that the others do not speak of. */
export function nextRule(rules: readonly Comparison[]): Comparison {
  const isUsed = (field: string) => rules.some((rule) => rule.field === field);
  if (!isUsed(FIRST_RULE.field)) return FIRST_RULE;
  const field = FIELDS.find((one) => !isUsed(one)) ?? FIRST_RULE.field;
  return { field, ...START[AUDIENCE_FIELDS[field].kind] };
}

/** Comparisons below each other, each of them changed and taken out by itself. */
export function RuleList({ rules, choices, onChange }: ListProps) {
  return (
    <ul className="grid gap-2">
      {keyed(rules).map(({ rule, key }, index) => (
        <li key={key}>
          <Rule
            rule={rule}
            choices={choices}
            onChange={(next) => onChange(rules.map((old, i) => (i === index ? next : old)))}
            onRemove={() => onChange(rules.filter((_, i) => i !== index))}
          />
        </li>
      ))}
    </ul>
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

type RuleProps = {
  rule: Comparison;
  choices: AudienceChoices;
  onChange: (rule: Comparison) => void;
  onRemove: () => void;
};

function Rule({ rule, choices, onChange, onRemove }: RuleProps) {
  const { kind } = AUDIENCE_FIELDS[rule.field];
  const choose = (name: string) => {
    const field = FIELDS.find((key) => key === name) ?? rule.field;
    onChange({ field, ...START[AUDIENCE_FIELDS[field].kind] });
  };
  // an operator that an older version holds stays choosable until it is changed
  const operators = [...new Set<AudienceOp>([...OPS_OF[kind], rule.op])];
  return (
    <div className="grid grid-cols-[minmax(0,12rem)_minmax(0,8rem)_minmax(0,1fr)_auto] items-start gap-2 max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:rounded-md max-sm:border max-sm:p-2">
      <Select
        aria-label="Fact"
        options={FIELD_OPTIONS}
        value={rule.field}
        onChange={({ target }) => choose(target.value)}
      />
      <Select
        aria-label="Comparison"
        className="max-sm:order-3 max-sm:col-span-2"
        options={operators.map((op) => ({
          value: op,
          label: kind === "touch" ? TOUCH_WORDS[op] : OPERATORS[op],
        }))}
        value={rule.op}
        onChange={({ target }) =>
          onChange(withOperator(rule, operators.find((op) => op === target.value) ?? rule.op))
        }
      />
      <div className="max-sm:order-4 max-sm:col-span-2">
        <RuleValue rule={rule} choices={choices} onChange={onChange} />
      </div>
      <IconButton label="Remove this rule" icon={<X aria-hidden />} onClick={onRemove} />
    </div>
  );
}

const TOUCH_WORDS: Record<AudienceOp, string> = { ...OPERATORS, "=": "was had", "!=": "was not had" };

/** Another operator, with what fits of the value. */
function withOperator({ field, value }: Comparison, op: AudienceOp): Comparison {
  const range = rangeOf(value);
  if (op === "between") return { field, op, value: range ? [...range] : [Number(value), Number(value)] };
  if (op === "in" || op === "not-in") return { field, op, value: isWords(value) ? value : [] };
  return { field, op, value: range?.[0] ?? value };
}
