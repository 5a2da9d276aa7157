"use client";
import { Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Empty } from "@/components/ui/empty";
import { IconButton } from "@/components/ui/icon-button";
import { GOAL_TITLES, GOALS } from "@/server/domain/goal";
import type { Document } from "./document-path";
import { offerFields } from "./offer-fields";
import { SettingControl } from "./setting-control";
import { groupId } from "./setting-index";

type Props = { offers: readonly Document[]; onChange: (offers: Document[]) => void; disabled: boolean };

export const OFFERS_TITLE = "Offers";

const NEW_OFFER: Document = {
  id: "new-offer",
  title: "New offer",
  kind: "percent",
  value: 5,
  code: null,
  goals: ["win-back"],
  segments: [],
  minMargin: 0,
  stock: null,
  products: [],
  cooldownDays: 60,
  budgetPrice: 1,
  active: false,
};

/** The offers that the agent may choose among, each with its limits. */
export function OffersEditor({ offers, onChange, disabled }: Props) {
  const replace = (index: number, offer: Document) =>
    onChange(offers.map((old, i) => (i === index ? offer : old)));
  return (
    <Card id={groupId(OFFERS_TITLE)} className="scroll-mt-16">
      <CardHeader
        title={OFFERS_TITLE}
        sub="Margin, stock and cool-down are checked for each person."
        actions={
          <Button size="sm" disabled={disabled} onClick={() => onChange([...offers, NEW_OFFER])}>
            <Plus aria-hidden /> Add an offer
          </Button>
        }
      />
      {offers.length === 0 && <Empty title="No offers">The agent can still nudge, inform and teach.</Empty>}
      {offers.map((offer, index) => (
        <OfferFields
          // the id is typed here: only the position stays while a person types
          // biome-ignore lint/suspicious/noArrayIndexKey: a key from the id would lose the focus at each letter
          key={index}
          offer={offer}
          disabled={disabled}
          onChange={(next) => replace(index, next)}
          onRemove={() => onChange(offers.filter((_, i) => i !== index))}
        />
      ))}
    </Card>
  );
}

type OfferProps = {
  offer: Document;
  onChange: (offer: Document) => void;
  onRemove: () => void;
  disabled: boolean;
};

function OfferFields({ offer, onChange, onRemove, disabled }: OfferProps) {
  const goals = Array.isArray(offer.goals) ? offer.goals : [];
  return (
    <fieldset className="border-t first:border-t-0" aria-label={`Offer ${String(offer.title)}`}>
      <CardBody className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <div className="flex items-center justify-between sm:col-span-2 lg:col-span-3">
          <b className="font-medium">{String(offer.title)}</b>
          <IconButton
            label={`Remove ${String(offer.title)}`}
            icon={<Trash2 aria-hidden />}
            disabled={disabled}
            onClick={onRemove}
          />
        </div>
        {offerFields(offer).map((field) => (
          <SettingControl
            key={field.path}
            field={field}
            document={offer}
            onChange={onChange}
            error={undefined}
            disabled={disabled}
          />
        ))}
        <div className="grid gap-1.5 sm:col-span-2 lg:col-span-3">
          <span className="text-12 font-medium text-ink-2">Goals that may use it</span>
          <div className="flex flex-wrap gap-x-4 gap-y-1.5">
            {GOALS.map((goal) => (
              <Checkbox
                key={goal}
                label={GOAL_TITLES[goal]}
                checked={goals.includes(goal)}
                disabled={disabled}
                onCheckedChange={(on) =>
                  onChange({
                    ...offer,
                    goals: on === true ? [...goals, goal] : goals.filter((one) => one !== goal),
                  })
                }
              />
            ))}
          </div>
        </div>
      </CardBody>
    </fieldset>
  );
}
