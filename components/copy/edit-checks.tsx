import { reasonWords } from "@/components/reason-words";
import { refusalText } from "@/components/refusal-words";
import { CheckItem, CheckList } from "@/components/ui/check-item";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import type { CheckedCopy } from "./copy-types";

type Props = { checked: CheckedCopy | null; isCurrent: boolean; problem: Error | null; currency: string };

/** What the rules say of the edit as it stands. */
export function EditChecks({ checked, isCurrent, problem, currency }: Props) {
  return (
    <section aria-labelledby="edit-checks" aria-busy={!isCurrent}>
      <h3 id="edit-checks" className="text-12 font-medium text-ink-3">
        {isCurrent ? "Checked as it stands" : "Checking…"}
      </h3>
      <div aria-live="polite">
        {problem !== null && <p className="mt-1 text-block">{refusalText(problem)}</p>}
        {checked === null && problem === null && (
          <Loading label="Checking">
            <Skeleton className="mt-2 w-2/3" />
          </Loading>
        )}
        {checked !== null && <Outcomes checked={checked} currency={currency} />}
      </div>
    </section>
  );
}

function Outcomes({ checked, currency }: { checked: CheckedCopy; currency: string }) {
  const { problems, warnings, findings } = checked;
  const isClear = problems.length + warnings.length + findings.length === 0;
  return (
    <CheckList label="Checks">
      {isClear && (
        <CheckItem tone="pass" outcome="passed">
          Every guardrail lets it by
        </CheckItem>
      )}
      {problems.map(({ field, code, span }) => (
        <CheckItem key={`${field} ${code} ${span}`} tone="block" outcome="blocks">
          {fieldWords(field)}: {reasonWords(code)}
          {span !== "" && `, “${span}”`}
        </CheckItem>
      ))}
      {findings.map(({ guardrail, finding }) => (
        <CheckItem
          key={guardrail}
          tone={finding.level === "block" ? "block" : "hold"}
          outcome={finding.level === "block" ? "blocks" : "waits"}
        >
          {reasonWords(finding.reason.code, finding.reason.facts, currency)}
          {finding.level === "doubt" && <span className="text-ink-3">: your approval settles it</span>}
        </CheckItem>
      ))}
      {warnings.map(({ field, code, span }) => (
        <CheckItem key={`${field} ${code} ${span}`} tone="hold" outcome="yours">
          {fieldWords(field)}: {reasonWords(code)}
          {span !== "" && `, “${span}”`}
          <span className="text-ink-3">: you vouch for it by saving</span>
        </CheckItem>
      ))}
    </CheckList>
  );
}

const FIELDS: Readonly<Record<string, string>> = {
  subject: "Subject",
  preheader: "Preview line",
  heading: "Heading",
  paragraphs: "Paragraphs",
  callToAction: "Button",
};

/** `paragraphs.1` as people count. */
function fieldWords(field: string): string {
  const place = /^paragraphs\.(\d+)$/.exec(field)?.[1];
  return place === undefined ? (FIELDS[field] ?? field) : `Paragraph ${Number(place) + 1}`;
}
