"use client";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { reasonWords } from "@/components/reason-words";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CheckItem, CheckList } from "@/components/ui/check-item";
import { Field } from "@/components/ui/field";
import { Highlight, type HighlightSpan } from "@/components/ui/highlight";
import { Input } from "@/components/ui/input";
import { ReasonCode } from "@/components/ui/reason-code";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { Brand } from "@/server/domain/settings/brand";
import type { Tried } from "./brand-types";

type Problem = Tried["problems"][number];
type Props = { guide: Brand; offers: readonly { id: string; title: string }[] };

/** Puts pasted copy to the guide as it stands in the editor, published or not. */
export function TryCopy({ guide, offers }: Props) {
  const [subject, setSubject] = useState("");
  const [text, setText] = useState("");
  const [offerId, setOfferId] = useState("");
  const asked = useDeferredValue({ subject, text, offerId: offerId || null, body: guide });
  const isEmpty = asked.subject.trim() === "" && asked.text.trim() === "";
  const tried = useQuery({
    ...useTRPC().brand.tryCopy.queryOptions(asked),
    enabled: !isEmpty,
    placeholderData: (before) => before,
  });
  const problems = isEmpty ? [] : (tried.data?.problems ?? []);
  return (
    <Card>
      <CardHeader title="Try it" sub="on copy of yours; nothing is kept" />
      <CardBody className="grid gap-3">
        <Field label="Subject">
          <Input value={subject} maxLength={300} onChange={({ target }) => setSubject(target.value)} />
        </Field>
        <Field label="Text" help="An empty line begins a new paragraph.">
          <Textarea
            rows={6}
            maxLength={10_000}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </Field>
        <Field label="Offer that it may speak of">
          <Select
            value={offerId}
            onChange={({ target }) => setOfferId(target.value)}
            options={[
              { value: "", label: "None" },
              ...offers.map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
        </Field>
        <div aria-live="polite" className="grid gap-3">
          {tried.error !== null && <Callout tone="block">{refusalText(tried.error)}</Callout>}
          {!isEmpty && tried.error === null && tried.data !== undefined && (
            <Found subject={asked.subject} text={asked.text} problems={problems} />
          )}
        </div>
      </CardBody>
    </Card>
  );
}

type FoundProps = { subject: string; text: string; problems: readonly Problem[] };

function Found({ subject, text, problems }: FoundProps) {
  if (problems.length === 0) return <Callout tone="pass">Nothing is wrong with it under this guide.</Callout>;
  return (
    <>
      <div className="grid gap-2 rounded-md border bg-sunken px-3 py-2.5 text-14">
        {subject !== "" && (
          <p className="font-semibold">
            <Highlight text={subject} spans={spansIn(subject, "subject", problems)} />
          </p>
        )}
        {text !== "" && <Highlight text={text} spans={spansIn(text, "text", problems)} />}
      </div>
      <CheckList label="What is wrong">
        {problems.map(({ field, code, span }) => (
          <CheckItem key={`${field} ${code} ${span}`} tone="block" outcome="wrong">
            {reasonWords(code)}
            {span !== "" && <>: “{span}”</>} in the {field} <ReasonCode>{code}</ReasonCode>
          </CheckItem>
        ))}
      </CheckList>
    </>
  );
}

/** Every place where the words of a problem stand. */
function spansIn(text: string, field: string, problems: readonly Problem[]): HighlightSpan[] {
  const low = text.toLowerCase();
  return problems
    .filter((problem) => problem.field === field && problem.span.trim() !== "")
    .flatMap(({ code, span }) => {
      const spans: HighlightSpan[] = [];
      const wanted = span.toLowerCase();
      for (let at = low.indexOf(wanted); at >= 0; at = low.indexOf(wanted, at + wanted.length))
        spans.push({ start: at, end: at + span.length, label: reasonWords(code) });
      return spans;
    });
}
