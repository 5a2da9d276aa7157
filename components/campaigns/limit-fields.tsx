"use client";
import { useCompany } from "@/components/company";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type CampaignBody, SEND_TIMES } from "@/server/domain/campaign";
import { amountOf, minorOf } from "@/server/domain/money";

type Props = {
  body: CampaignBody;
  errors: Partial<Record<string, string>>;
  onChange: (change: Partial<CampaignBody>) => void;
};

const percent = (share: number) => Math.round(share * 1000) / 10;
const shareOf = (text: string) => Number(text) / 100;
const SEND_TIME_WORDS = { "best-hour": "At each person's best hour", "at-once": "As soon as permitted" };
const VARIANTS = ["a", "b", "c", "d", "e"];

/** Hard limits, reserved when a message is claimed, and the shares that make the effect measurable. */
export function LimitFields({ body, errors, onChange }: Props) {
  const { currency } = useCompany();
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      <ShareField
        label="Rollout"
        help="Share of customers the agent may touch at all, by its own split."
        error={errors.rollout}
        share={body.rollout}
        onChange={(rollout) => onChange({ rollout })}
      />
      <ShareField
        label="Holdout"
        help="Left alone, so that the effect can be measured."
        error={errors.holdoutShare}
        share={body.holdoutShare}
        onChange={(holdoutShare) => onChange({ holdoutShare })}
      />
      <ShareField
        label="Reviewed at random"
        help="Share of what would pass that a person sees all the same."
        error={errors.reviewSample}
        share={body.reviewSample}
        onChange={(reviewSample) => onChange({ reviewSample })}
      />
      <Field
        label="Budget"
        help="Messages and discounts together. Empty: no limit."
        error={errors.budgetMinor}
      >
        <Input
          type="number"
          min={0}
          step="any"
          unit={currency}
          value={body.budgetMinor === null ? "" : amountOf(body.budgetMinor, currency)}
          onChange={({ target: { value } }) =>
            onChange({ budgetMinor: value === "" ? null : minorOf(Number(value), currency) })
          }
        />
      </Field>
      <Field label="Messages at most" help="Empty: no limit." error={errors.maxSends}>
        <Input
          type="number"
          min={1}
          unit="messages"
          value={body.maxSends ?? ""}
          onChange={({ target: { value } }) => onChange({ maxSends: value === "" ? null : Number(value) })}
        />
      </Field>
      <Field
        label="When it leaves"
        help="Always within the hours of the configuration."
        error={errors.sendTime}
      >
        <Select
          value={body.sendTime}
          options={SEND_TIMES.map((value) => ({ value, label: SEND_TIME_WORDS[value] }))}
          onChange={({ target }) =>
            onChange({ sendTime: SEND_TIMES.find((time) => time === target.value) ?? body.sendTime })
          }
        />
      </Field>
      <Field label="Variants of the copy" help="Written for each segment and action." error={errors.variants}>
        <Input
          type="number"
          min={1}
          max={5}
          value={body.variants.length}
          onChange={({ target }) => onChange({ variants: VARIANTS.slice(0, Number(target.value)) })}
        />
      </Field>
    </div>
  );
}

type ShareFieldProps = {
  label: string;
  help: string;
  error: string | undefined;
  share: number;
  onChange: (share: number) => void;
};

/** A share of 0 to 1, typed in per cent. */
function ShareField({ label, help, error, share, onChange }: ShareFieldProps) {
  return (
    <Field label={label} help={help} error={error}>
      <Input
        type="number"
        min={0}
        max={100}
        step={0.1}
        unit="%"
        value={percent(share)}
        onChange={({ target }) => onChange(shareOf(target.value))}
      />
    </Field>
  );
}
