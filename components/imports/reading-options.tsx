"use client";
import { useId, useState } from "react";
import type { Answer, Ask } from "@/components/api-types";
import { useCompany } from "@/components/company";
import type { RefusalWords } from "@/components/refusal-words";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select, type SelectOption } from "@/components/ui/select";

export type Options = NonNullable<Ask["import"]["preview"]["options"]>;
type Dialect = Answer["import"]["preview"]["dialect"];
type Props = {
  options: Options;
  /** what was found out from the file itself */
  dialect: Dialect;
  refused: RefusalWords | null;
  onChange: (options: Options) => void;
};

const DATE_ORDERS: Record<NonNullable<Options["dateOrder"]>, string> = {
  ymd: "2026-11-21 (year first)",
  dmy: "21.11.2026 (day first)",
  mdy: "11/21/2026 (month first)",
};
const MARKS: Record<NonNullable<Options["decimalMark"]>, string> = { ".": "1,234.50", ",": "1.234,50" };
const DELIMITERS: Record<Dialect["delimiter"], string> = {
  ",": "Comma",
  ";": "Semicolon",
  "\t": "Tab",
  "|": "Bar",
};
const ENCODINGS: Record<Dialect["encoding"], string> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "windows-1252": "Windows-1252",
};

const optionsOf = (words: Record<string, string>): SelectOption[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** The key of a record of words, as the record's own type; undefined for anything else. */
const keyIn = <Key extends string>(words: Record<Key, string>, text: string): Key | undefined =>
  Object.hasOwn(words, text) ? (text as Key) : undefined; // it is one of them

/** How the cells are to be read. What is left empty is the company's, or told by the file. */
export function ReadingOptions({ options, dialect, refused, onChange }: Props) {
  const { currency, timeZone } = useCompany();
  const errorOf = (name: string) => (refused?.field === `options.${name}` ? refused.text : undefined);
  /** `undefined` takes an option away. */
  const set = (change: { [Name in keyof Options]?: Options[Name] | undefined }) => {
    const next = Object.entries({ ...options, ...change }).filter(([, value]) => value !== undefined);
    onChange(Object.fromEntries(next));
  };
  return (
    <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
      <Known
        label="Time zone"
        help="Of times that name none."
        kind="timeZone"
        fallback={timeZone}
        value={options.timeZone ?? ""}
        error={errorOf("timeZone")}
        onChange={(value) => set({ timeZone: value })}
      />
      <Known
        label="Currency"
        help="Of amounts that name none."
        kind="currency"
        fallback={currency}
        value={options.currency ?? ""}
        error={errorOf("currency")}
        onChange={(value) => set({ currency: value })}
      />
      <Field label="Dates look like">
        <Select
          value={options.dateOrder ?? "ymd"}
          options={optionsOf(DATE_ORDERS)}
          onChange={({ target }) => set({ dateOrder: keyIn(DATE_ORDERS, target.value) })}
        />
      </Field>
      <Field label="Numbers look like">
        <Select
          value={options.decimalMark ?? "."}
          options={optionsOf(MARKS)}
          onChange={({ target }) => set({ decimalMark: keyIn(MARKS, target.value) })}
        />
      </Field>
      <Field label="Separated by">
        <Select
          value={options.delimiter ?? dialect.delimiter}
          options={optionsOf(DELIMITERS)}
          onChange={({ target }) => set({ delimiter: keyIn(DELIMITERS, target.value) })}
        />
      </Field>
      <Field label="Encoding">
        <Select
          value={options.encoding ?? dialect.encoding}
          options={optionsOf(ENCODINGS)}
          onChange={({ target }) => set({ encoding: keyIn(ENCODINGS, target.value) })}
        />
      </Field>
      <Field label="From" help="Only what happened on this day or later." error={errorOf("from")}>
        <Input
          type="date"
          value={options.from ?? ""}
          onChange={({ target }) => set({ from: target.value || undefined })}
        />
      </Field>
      <Field label="Until" help="Only what happened on this day or earlier." error={errorOf("until")}>
        <Input
          type="date"
          value={options.until ?? ""}
          onChange={({ target }) => set({ until: target.value || undefined })}
        />
      </Field>
    </div>
  );
}

type KnownProps = {
  label: string;
  help: string;
  kind: "timeZone" | "currency";
  /** in force while the field is empty */
  fallback: string;
  value: string;
  error: string | undefined;
  onChange: (value: string | undefined) => void;
};

/** A name that the platform knows, typed or chosen; it counts once it is whole. */
function Known({ label, help, kind, fallback, value, error, onChange }: KnownProps) {
  const list = useId();
  const [text, setText] = useState(value);
  const names = Intl.supportedValuesOf(kind);
  const settle = (typed: string) => {
    if (typed !== value) onChange(typed || undefined);
  };
  return (
    <Field label={label} help={help} error={error}>
      <Input
        value={text}
        list={list}
        placeholder={`${fallback} (the company's)`}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => {
          setText(target.value);
          if (target.value === "" || names.includes(target.value)) settle(target.value);
        }}
        onBlur={() => settle(text.trim())}
      />
      <datalist id={list}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </Field>
  );
}
