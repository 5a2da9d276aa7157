import { ChartLine, Coins, Gauge, ListTree } from "lucide-react";
import type { ReactNode } from "react";
import type { Answer } from "@/components/api-types";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Page, Stack } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { AlertsCard } from "./alerts-card";

const PARTS = [
  {
    icon: Coins,
    title: "What a touch earns",
    text: "Revenue per touch, and how much of it would not have come without marketing: people who are held out show it.",
  },
  {
    icon: Gauge,
    title: "Figures against their targets",
    text: "From conversion to the time a review takes, each with its definition and the decisions behind it.",
  },
  {
    icon: ChartLine,
    title: "Treated and held out, day by day",
    text: "With what changed on the way: a policy, an agent, a campaign.",
  },
  {
    icon: ListTree,
    title: "Campaigns, cohorts and reasons",
    text: "What each campaign did, who ordered again, and what was blocked or held, by rule.",
  },
];

type Props = {
  alerts: Answer["figures"]["alerts"];
  /** what a new company has to do yet */
  firstSteps: ReactNode;
  /** what the reader can do next; null where it is somebody else's */
  next: { title: string; href: string } | null;
};

/** The overview of a company from which no message has left: what will stand here, and the way there. */
export function NothingSent({ alerts, firstSteps, next }: Props) {
  return (
    <Page>
      <PageHead
        title="Overview"
        lead="Nothing has been sent yet. Figures begin with the first message that leaves."
      />
      {firstSteps}
      <Stack>
        <AlertsCard alerts={alerts} />
        <Card aria-labelledby="what-will-be">
          <CardHeader id="what-will-be" title="What will stand here" />
          <CardBody className="grid gap-5">
            <ul className="grid gap-x-8 gap-y-4 md:grid-cols-2">
              {PARTS.map(({ icon: Icon, title, text }) => (
                <li key={title} className="flex gap-3">
                  <span className="grid size-8 shrink-0 place-items-center rounded-full bg-fill text-ink-2">
                    <Icon aria-hidden className="size-4 stroke-[1.75]" />
                  </span>
                  <div>
                    <p className="font-medium">{title}</p>
                    <p className="max-w-[56ch] text-ink-3">{text}</p>
                  </div>
                </li>
              ))}
            </ul>
            {next !== null && (
              <p className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t pt-4">
                <span className="text-ink-2">The next step: {next.title}.</span>
                <ButtonLink href={next.href} size="sm">
                  Go there
                  <span className="sr-only">: {next.title}</span>
                </ButtonLink>
              </p>
            )}
          </CardBody>
        </Card>
      </Stack>
    </Page>
  );
}
