"use client";
import { useController, useFormContext } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { NumberInput } from "@/components/ui/number-input";
import type { CampaignBody } from "@/server/domain/campaign";

type Props = { name: "rollout" | "holdoutShare" | "reviewSample"; label: string; help: string };

const percent = (share: number) => Math.round(share * 1000) / 10;

/** A share of the campaign, 0 to 1, typed in per cent. */
export function ShareField({ name, label, help }: Props) {
  const { control } = useFormContext<CampaignBody>();
  const { field, fieldState } = useController({ control, name });
  return (
    <Field label={label} help={help} error={fieldState.error?.message}>
      <NumberInput
        min={0}
        max={100}
        step={0.1}
        unit="%"
        value={percent(field.value)}
        onValueChange={(next) => field.onChange(next / 100)}
      />
    </Field>
  );
}
