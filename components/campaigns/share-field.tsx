"use client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type Props = {
  label: string;
  help: string;
  error: string | undefined;
  share: number;
  onChange: (share: number) => void;
};

const percent = (share: number) => Math.round(share * 1000) / 10;

/** A share of 0 to 1, typed in per cent. */
export function ShareField({ label, help, error, share, onChange }: Props) {
  return (
    <Field label={label} help={help} error={error}>
      <Input
        type="number"
        min={0}
        max={100}
        step={0.1}
        unit="%"
        value={percent(share)}
        onChange={({ target }) => onChange(Number(target.value) / 100)}
      />
    </Field>
  );
}
