"use client";
import { Plus, X } from "lucide-react";
import { reasonWords } from "@/components/reason-words";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { COPY_LIMITS, MAX_PARAGRAPHS } from "@/server/domain/copy/check-copy";
import type { CheckedCopy, CopyDraft } from "./copy-types";

type Props = { copy: CopyDraft; problems: CheckedCopy["problems"]; onChange: (copy: CopyDraft) => void };

/** The words of a message, field by field, each with what is wrong with it. */
export function CopyFields({ copy, problems, onChange }: Props) {
  const set = (change: Partial<CopyDraft>) => onChange({ ...copy, ...change });
  const errorOf = (field: string) => problemText(problems, field);
  const line = (field: "subject" | "preheader" | "heading" | "callToAction", label: string) => (
    <Field label={label} aside={left(copy[field], COPY_LIMITS[field])} error={errorOf(field)}>
      <Input
        value={copy[field]}
        autoFocus={field === "subject"}
        onChange={({ target }) => set({ [field]: target.value })}
      />
    </Field>
  );
  return (
    <div className="grid gap-3.5">
      {line("subject", "Subject")}
      {line("preheader", "Preview line")}
      {line("heading", "Heading")}
      <Paragraphs copy={copy} problems={problems} onChange={onChange} />
      {line("callToAction", "Button")}
      <p className="text-12 text-ink-3">
        {"{{ person.firstName }}"} stands for the first name, with what is said without one:{" "}
        {'{{ person.firstName | default: "there" }}'}
      </p>
    </div>
  );
}

function Paragraphs({ copy, problems, onChange }: Props) {
  const { paragraphs } = copy;
  const put = (next: string[]) => onChange({ ...copy, paragraphs: next });
  return (
    <>
      {paragraphs.map((text, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place; the text is what changes
        <div key={i} className="flex items-start gap-1">
          <Field
            label={`Paragraph ${i + 1}`}
            aside={left(text, COPY_LIMITS.paragraph)}
            error={problemText(problems, `paragraphs.${i}`)}
            className="min-w-0 flex-1"
          >
            <Textarea
              rows={2}
              className="min-h-14 field-sizing-content"
              value={text}
              onChange={({ target }) =>
                put(paragraphs.map((old, place) => (place === i ? target.value : old)))
              }
            />
          </Field>
          {paragraphs.length > 1 && (
            <IconButton
              label={`Remove paragraph ${i + 1}`}
              icon={<X aria-hidden />}
              className="mt-5"
              onClick={() => put(paragraphs.filter((_text, place) => place !== i))}
            />
          )}
        </div>
      ))}
      {paragraphs.length < MAX_PARAGRAPHS && (
        <Button
          size="sm"
          variant="ghost"
          className="justify-self-start"
          onClick={() => put([...paragraphs, ""])}
        >
          <Plus aria-hidden />
          Add a paragraph
        </Button>
      )}
    </>
  );
}

function problemText(problems: CheckedCopy["problems"], field: string): string | undefined {
  const found = problems.filter((problem) => problem.field === field);
  if (found.length === 0) return undefined;
  return found.map(({ code, span }) => `${reasonWords(code)}${span === "" ? "" : `: “${span}”`}`).join(". ");
}

/** Counted as the check counts: a merge field is one character. */
const left = (text: string, limit: number): string =>
  `${text.replace(/\{\{.*?\}\}/g, "·").length} / ${limit}`;
