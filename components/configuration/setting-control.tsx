"use client";
import { useCompany } from "@/components/company";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import { amountOf, decimalsOf } from "@/server/domain/money";
import { type Document, valueAt, withValue } from "./document-path";
import type { SettingField } from "./setting-fields";

type Props = {
  field: SettingField;
  document: Document;
  onChange: (document: Document) => void;
  error: string | undefined;
  disabled: boolean;
};

/** One field of a document as the control that fits its kind. */
export function SettingControl({ field, document, onChange, error, disabled }: Props) {
  const value = valueAt(document, field.path);
  const set = (next: unknown) => onChange(withValue(document, field.path, next));
  if (field.kind === "yes") {
    return (
      <Switch
        label={field.label}
        help={field.help}
        checked={value === true}
        disabled={disabled}
        onCheckedChange={set}
      />
    );
  }
  return (
    <Field
      label={field.label}
      help={field.help}
      error={error}
      className={isWide(field) ? "sm:col-span-2 lg:col-span-3" : undefined}
    >
      <Control field={field} value={value} set={set} disabled={disabled} />
    </Field>
  );
}

const isWide = ({ kind }: SettingField) => kind === "area" || kind === "lines";

type ControlProps = { field: SettingField; value: unknown; set: (value: unknown) => void; disabled: boolean };

function Control({ field, value, set, disabled }: ControlProps) {
  const { kind, nullable = false, unit } = field;
  const text = (next: string) => set(nullable && next === "" ? null : next);
  if (typeof kind === "object") {
    return (
      <Select
        options={kind.options}
        value={String(value)}
        disabled={disabled}
        onChange={({ target }) => set(target.value)}
      />
    );
  }
  switch (kind) {
    case "area":
      return (
        <Textarea
          rows={3}
          value={String(value ?? "")}
          disabled={disabled}
          onChange={({ target }) => text(target.value)}
        />
      );
    case "lines":
      return <Lines value={value} set={set} disabled={disabled} />;
    case "number":
      return <NumberInput value={value} factor={1} unit={unit} set={set} disabled={disabled} />;
    case "share":
      return <NumberInput value={value} factor={100} unit="%" set={set} disabled={disabled} />;
    case "minor":
      return <MoneyInput value={value} set={set} disabled={disabled} />;
    case "colour":
      return (
        <Input
          type="color"
          value={String(value)}
          disabled={disabled}
          onChange={({ target }) => set(target.value)}
        />
      );
    default:
      return (
        <Input
          value={String(value ?? "")}
          disabled={disabled}
          onChange={({ target }) => text(target.value)}
        />
      );
  }
}

type ValueProps = Omit<ControlProps, "field">;

/** A list, one item a line; empty lines are dropped when the control is left. */
function Lines({ value, set, disabled }: ValueProps) {
  const lines = Array.isArray(value) ? value.map(String) : [];
  return (
    <Textarea
      rows={Math.min(8, Math.max(3, lines.length))}
      value={lines.join("\n")}
      disabled={disabled}
      onChange={({ target }) => set(target.value.split("\n"))}
      onBlur={() => set(lines.map((line) => line.trim()).filter((line) => line !== ""))}
    />
  );
}

function NumberInput({
  value,
  set,
  disabled,
  factor,
  unit,
}: ValueProps & { factor: number; unit: string | undefined }) {
  const shown = typeof value === "number" ? Number((value * factor).toPrecision(12)) : "";
  return (
    <Input
      type="number"
      step="any"
      unit={unit}
      value={shown}
      disabled={disabled}
      onChange={({ target }) => set(target.value === "" ? null : Number(target.value) / factor)}
    />
  );
}

/** Minor units, typed as an amount. Fractions of a minor unit are allowed: one mail costs less than a cent. */
function MoneyInput({ value, set, disabled }: ValueProps) {
  const { currency } = useCompany();
  const shown = typeof value === "number" ? Number(amountOf(value, currency).toPrecision(12)) : "";
  const minor = (text: string) => Number((Number(text) * 10 ** decimalsOf(currency)).toPrecision(12));
  return (
    <Input
      type="number"
      step="any"
      min={0}
      unit={currency}
      value={shown}
      disabled={disabled}
      onChange={({ target }) => set(target.value === "" ? null : minor(target.value))}
    />
  );
}
