import type { Answer } from "@/components/api-types";
import { CheckItem, CheckList } from "@/components/ui/check-item";
import { TextLink } from "@/components/ui/text-link";
import { STEP_TITLES } from "./step-titles";

type Check = Answer["campaign"]["get"]["checks"][number];

type ListProps = { id: number; checks: readonly Check[]; mayMend: boolean };

/** What blocks a launch first, then what is worth a thought, then what is settled; each with the way to mend it. */
export function LaunchChecklist({ id, checks, mayMend }: ListProps) {
  const ordered = [...checks].sort((a, b) => rank(a) - rank(b));
  return (
    <div className="grid gap-1">
      <p className="text-12 text-ink-3" role="status">
        {launchWords(checks)}.
      </p>
      <CheckList label="Before launch">
        {ordered.map((check) => (
          <CheckItem key={check.id} tone={toneOf(check)} outcome={outcomeOf(check)}>
            {check.ok && !check.warns ? check.title : check.remedy}
            {mayMend && (!check.ok || check.warns) && <Mend id={id} check={check} />}
          </CheckItem>
        ))}
      </CheckList>
    </div>
  );
}

function Mend({ id, check: { step, href } }: { id: number; check: Check }) {
  const to = step === null ? href : `/campaigns/${id}/edit?step=${step}`;
  if (to === null) return null;
  return (
    <>
      {" "}
      <TextLink href={to}>
        {step === null ? `Open ${PAGES[to] ?? "it"}` : `Open ${STEP_TITLES[step].toLowerCase()}`}
      </TextLink>
    </>
  );
}

const PAGES: Record<string, string> = {
  "/configuration/configuration": "the configuration",
  "/configuration/company": "the company’s page",
  "/configuration/brand": "the brand guide",
};

/** What stands in the way in a few words, and how many warnings there are. */
export function launchWords(checks: readonly Check[]): string {
  const blocking = checks.filter(({ ok }) => !ok).length;
  const warning = checks.filter(({ ok, warns }) => ok && warns).length;
  const blocks =
    blocking === 0 ? "Nothing blocks" : `${blocking} ${blocking === 1 ? "thing blocks" : "things block"}`;
  return warning === 0 ? blocks : `${blocks}, ${warning} ${warning === 1 ? "warning" : "warnings"}`;
}

const rank = ({ ok, warns }: Check) => (!ok ? 0 : warns ? 1 : 2);
const toneOf = ({ ok, warns }: Check) => (!ok ? "block" : warns ? "hold" : "pass");
const outcomeOf = ({ ok, warns }: Check) => (!ok ? "blocks" : warns ? "worth a thought" : "passed");
