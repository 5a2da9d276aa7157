import { Circle, CircleCheck } from "lucide-react";
import type { Answer } from "@/components/api-types";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { Progress } from "@/components/ui/progress";
import { whoMay } from "@/server/domain/who-may";
import { nextStep } from "./next-step";
import { SetUpDone } from "./set-up-done";

type Steps = NonNullable<Answer["company"]["firstSteps"]>;
type FirstStepsProps = {
  steps: Steps;
  /** what the person may do: steps that are somebody else's say so */
  granted: ReadonlySet<string>;
};

/** What a company has to do before its first mail can leave. Each step is read from what there is. */
export function FirstSteps({ steps: { steps, done }, granted }: FirstStepsProps) {
  if (done === steps.length) return <SetUpDone />;
  const next = nextStep(steps, granted);
  return (
    <Card aria-labelledby="first-steps" className="mb-4">
      <CardHeader id="first-steps" title="First steps" sub="What is needed before the first mail can leave" />
      <CardBody>
        <Progress
          label="First steps done"
          share={done / steps.length}
          text={`${done} of ${steps.length} done`}
        />
        <ol className="mt-2 grid gap-x-8 md:grid-cols-2">
          {steps.map((step) => (
            <Step key={step.id} step={step} isNext={step === next} mayDo={granted.has(step.needs)} />
          ))}
        </ol>
      </CardBody>
    </Card>
  );
}

type StepProps = { step: Steps["steps"][number]; isNext: boolean; mayDo: boolean };

function Step({ step: { title, detail, done, href, needs }, isNext, mayDo }: StepProps) {
  const Icon = done ? CircleCheck : Circle;
  return (
    <li className="flex items-start gap-2.5 border-b py-2.5 last:border-b-0 md:nth-last-2:border-b-0">
      <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", done ? "text-pass" : "text-ink-3")} />
      <div className="min-w-0 flex-1">
        <p className={cn("font-medium", done && "text-ink-2")}>
          <span className="sr-only">{done ? "Done: " : "To do: "}</span>
          {title}
        </p>
        <p className="text-12 text-ink-3">{detail}</p>
      </div>
      {!done && mayDo && (
        <ButtonLink href={href} size="sm" variant={isNext ? "primary" : "default"}>
          {isNext ? "Start" : "Open"}
          <span className="sr-only">: {title}</span>
        </ButtonLink>
      )}
      {!done && !mayDo && <span className="shrink-0 text-12 text-ink-3">Ask {whoMay(needs)}</span>}
    </li>
  );
}
