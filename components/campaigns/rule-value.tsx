"use client";
import { X } from "lucide-react";
import { useCompany } from "@/components/company";
import { NumberInput } from "@/components/ui/number-input";
import { Select } from "@/components/ui/select";
import type { Comparison } from "@/server/domain/audience";
import { AUDIENCE_FIELDS, isTouch, isWords, rangeOf } from "@/server/domain/audience-fields";
import type { AudienceChoices } from "./use-audience-choices";

type Props = { rule: Comparison; choices: AudienceChoices; onChange: (rule: Comparison) => void };

/** What a fact is compared with, in the control that fits it. */
export function RuleValue({ rule, choices, onChange }: Props) {
  const { kind } = AUDIENCE_FIELDS[rule.field];
  const set = (value: Comparison["value"]) => onChange({ ...rule, value });
  if (kind === "touch") return <TouchValueFields rule={rule} choices={choices} onChange={set} />;
  if (kind === "boolean") return <YesOrNo value={rule.value} onChange={set} />;
  if (rule.op === "between") return <RangeFields rule={rule} onChange={set} />;
  if (kind === "list" || kind === "text") return <WordsField rule={rule} choices={choices} onChange={set} />;
  return <NumberField rule={rule} onChange={set} />;
}

type ValueProps = { rule: Comparison; onChange: (value: Comparison["value"]) => void };

function useUnit(rule: Comparison): string {
  const { currency } = useCompany();
  const { unit } = AUDIENCE_FIELDS[rule.field];
  return unit === "money" ? currency : unit;
}

function NumberField({ rule, onChange }: ValueProps) {
  const unit = useUnit(rule);
  return (
    <NumberInput
      aria-label={`Value, ${unit}`}
      unit={unit}
      min={0}
      value={Number(rule.value)}
      onValueChange={onChange}
    />
  );
}

function RangeFields({ rule, onChange }: ValueProps) {
  const unit = useUnit(rule);
  const [low, high] = rangeOf(rule.value) ?? [0, 0];
  return (
    <span className="grid grid-cols-[1fr_auto_1fr] items-center gap-1.5">
      <NumberInput
        aria-label={`From, ${unit}`}
        min={0}
        value={low}
        onValueChange={(next) => onChange([next, high])}
      />
      <span className="text-ink-3">and</span>
      <NumberInput
        aria-label={`To, ${unit}`}
        unit={unit}
        min={0}
        value={high}
        onValueChange={(next) => onChange([low, next])}
      />
    </span>
  );
}

function YesOrNo({ value, onChange }: { value: Comparison["value"]; onChange: ValueProps["onChange"] }) {
  return (
    <Select
      aria-label="Value"
      options={[
        { value: "true", label: "yes" },
        { value: "false", label: "no" },
      ]}
      value={String(value)}
      onChange={({ target }) => onChange(target.value === "true")}
    />
  );
}

/** Several words: those chosen can be taken out, the rest are offered. */
function WordsField({ rule, choices, onChange }: ValueProps & Pick<Props, "choices">) {
  const isCountry = rule.field === "country";
  const words = isWords(rule.value) ? rule.value : typeof rule.value === "string" ? [rule.value] : [];
  const offered = (isCountry ? choices.countries : choices.categories).filter((one) => !words.includes(one));
  const what = isCountry ? "country" : "category";
  const set = (next: string[]) => onChange(next);
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      {words.map((word) => (
        <button
          key={word}
          type="button"
          aria-label={`Take out ${word}`}
          onClick={() => set(words.filter((one) => one !== word))}
          className="inline-flex h-7 items-center gap-1 rounded-md border border-line-2 bg-fill px-2 hover:bg-fill-2 max-md:h-9 [&_svg]:size-3"
        >
          {word} <X aria-hidden />
        </button>
      ))}
      <Select
        aria-label={`Add a ${what}`}
        placeholder={offered.length === 0 ? `No other ${what} is known` : `Add a ${what}`}
        className="w-44"
        options={offered.map((value) => ({ value, label: value }))}
        value=""
        onChange={({ target }) => target.value !== "" && set([...words, target.value])}
      />
    </span>
  );
}

function TouchValueFields({ rule, choices, onChange }: ValueProps & Pick<Props, "choices">) {
  const value = isTouch(rule.value) ? rule.value : { campaignId: 0, days: 30 };
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_8.5rem] gap-1.5">
      <Select
        aria-label="Campaign"
        placeholder="Choose a campaign"
        options={choices.campaigns.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={value.campaignId === 0 ? "" : String(value.campaignId)}
        onChange={({ target }) => onChange({ ...value, campaignId: Number(target.value) })}
      />
      <NumberInput
        aria-label="In the last, days"
        unit="days"
        min={1}
        max={365}
        value={value.days}
        onValueChange={(days) => onChange({ ...value, days })}
      />
    </span>
  );
}
