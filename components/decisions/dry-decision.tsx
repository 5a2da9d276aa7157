"use client";
import type { Answer } from "@/components/api-types";
import type { OfferTitles } from "@/components/choice-words";
import { useCompany } from "@/components/company";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { formatInstant } from "@/components/ui/format";
import { Grid, Stack } from "@/components/ui/page";
import { Trace } from "@/components/ui/trace";
import { CandidateTable } from "./candidate-table";
import { CheckCard } from "./check-card";
import { decisionSteps } from "./decision-steps";
import { decisionSummary } from "./decision-summary";
import { VersionCard } from "./version-card";

type Props = { explained: Answer["customer"]["explainNext"]; offers: OfferTitles };

/** What a campaign would decide now, explained as a stored decision is. */
export function DryDecision({ explained, offers }: Props) {
  const { timeZone } = useCompany();
  const { asOf, measuredAt } = explained;
  return (
    <>
      <Callout tone="info" className="mb-3 md:mb-4">
        Worked out at {formatInstant(asOf, timeZone)} by the line that decides runs, and not stored. Earlier
        results and the company's averages are those of {formatInstant(measuredAt, timeZone)}. A run draws by
        chance: shown is its likeliest draw.
      </Callout>
      <Card className="mb-3 md:mb-4">
        <CardBody className="pt-4">
          <p className="max-w-[86ch] text-14 text-ink-2">{decisionSummary(explained, offers, timeZone)}</p>
        </CardBody>
      </Card>
      <Grid>
        <Stack className="lg:col-span-7">
          <Card>
            <CardHeader title="The ten nodes" sub="each adds one fact" />
            <CardBody>
              <Trace label="The ten nodes" steps={decisionSteps({ explained, offers, timeZone })} />
            </CardBody>
          </Card>
          <CheckCard checks={explained.checks} currency={explained.currency} />
        </Stack>
        <Stack className="lg:col-span-5">
          <CandidateTable candidates={explained.candidates} currency={explained.currency} offers={offers} />
          <VersionCard explained={explained} />
        </Stack>
      </Grid>
    </>
  );
}
