"use client";
import { useCompany } from "@/components/company";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { formatInstant } from "@/components/ui/format";
import type { NextAction } from "./customer-types";

/** How much room for messages there is, and what the customer is held out of. */
export function RoomCard({ room }: { room: NextAction["room"] }) {
  const { timeZone } = useCompany();
  const { emails, maxEmails, windowDays, nextAt, keptOut, isGloballyHeldOut, heldOutOf, outsideRolloutOf } =
    room;
  const next =
    maxEmails === 0
      ? "Not while the cap is 0"
      : nextAt === null
        ? "Any time"
        : formatInstant(nextAt, timeZone);
  return (
    <Card>
      <CardHeader title="Room for messages" />
      <CardBody className="grid gap-3">
        {keptOut !== null && (
          <Callout tone="hold">
            Kept out of all campaigns since {formatInstant(keptOut.at, timeZone, "date")}: {keptOut.reason}
          </Callout>
        )}
        <DescriptionList
          pairs={[
            { term: `Emails in ${windowDays} days`, value: `${emails} of ${maxEmails}` },
            { term: "Next email, by the cap", value: next },
            { term: "Company holdout", value: isGloballyHeldOut ? "Held out" : "No" },
            { term: "Campaign holdouts", value: heldOutOf.join(", ") || "None" },
            { term: "Outside the rollout of", value: outsideRolloutOf.join(", ") || "None" },
          ]}
        />
      </CardBody>
    </Card>
  );
}
