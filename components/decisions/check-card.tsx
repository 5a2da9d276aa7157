"use client";
import { useCompany } from "@/components/company";
import { reasonWords } from "@/components/reason-words";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CheckItem, CheckList } from "@/components/ui/check-item";
import { Hint } from "@/components/ui/hint";
import { ReasonCode } from "@/components/ui/reason-code";
import type { Explained } from "./decision-words";
import { factWords } from "./fact-words";

const LOOKS = {
  clear: { tone: "pass", outcome: "passed" },
  doubt: { tone: "hold", outcome: "calls a person" },
  block: { tone: "block", outcome: "blocks" },
} as const;
const WEIGHT = { block: 0, doubt: 1, clear: 2 } as const;

/** Every guardrail with what it found, the facts that it read and the rule behind it. What is not clear comes first. */
export function CheckCard({ checks, currency }: Pick<Explained, "checks" | "currency">) {
  if (checks.length === 0) return null;
  const sorted = checks.toSorted((a, b) => WEIGHT[a.level] - WEIGHT[b.level]);
  return (
    <Card>
      <CardHeader title="Guardrails" sub="the same code checks again before a message leaves" />
      <CardBody>
        <CheckList label="Guardrails">
          {sorted.map((check) => (
            <CheckItem key={check.guardrail} {...LOOKS[check.level]}>
              <span className="font-medium text-ink">{check.title}</span>
              {check.code !== null && (
                <>
                  : {reasonWords(check.code)} <ReasonCode>{check.code}</ReasonCode>
                </>
              )}
              {check.span !== null && <> in “{check.span}”</>}
              <Facts facts={check.facts} currency={currency} />
              <Hint>{check.source}</Hint>
            </CheckItem>
          ))}
        </CheckList>
      </CardBody>
    </Card>
  );
}

function Facts({ facts, currency }: { facts: Explained["checks"][number]["facts"]; currency: string }) {
  const { timeZone } = useCompany();
  const read = Object.entries(facts);
  if (read.length === 0) return <span className="text-ink-3"> · reads the words alone</span>;
  return (
    <span className="text-ink-3">
      {" · "}
      {read.map(([name, value]) => factWords(name, value, { currency, timeZone })).join(", ")}
    </span>
  );
}
