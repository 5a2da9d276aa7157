"use client";
import { FolderPlus, Plus, X } from "lucide-react";
import { MATCH_WORDS } from "@/components/audience-sentence";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import type { Audience, AudienceGroup } from "@/server/domain/audience";
import { MATCHES, type Match } from "@/server/domain/audience-fields";
import { nextRule, RuleList } from "./rule-list";
import type { AudienceChoices } from "./use-audience-choices";

type Props = { audience: Audience; choices: AudienceChoices; onChange: (audience: Audience) => void };

const FIRST_GROUP: AudienceGroup = {
  match: "none",
  rules: [{ field: "openTicket", op: "=", value: true }],
};

/** Rules and groups of rules, one level down. */
export function AudienceBuilder({ audience, choices, onChange }: Props) {
  const { match, rules, groups } = audience;
  const setGroup = (index: number, group: AudienceGroup | null) =>
    onChange({
      ...audience,
      groups: groups.flatMap((old, i) => (i !== index ? [old] : group === null ? [] : [group])),
    });
  return (
    <div className="grid gap-3">
      <MatchSelect
        label="People who match"
        match={match}
        onChange={(next) => onChange({ ...audience, match: next })}
      />
      <RuleList rules={rules} choices={choices} onChange={(next) => onChange({ ...audience, rules: next })} />
      {keyed(groups).map(({ group, key }, index) => (
        <Group
          key={key}
          group={group}
          choices={choices}
          outer={match}
          onChange={(next) => setGroup(index, next)}
          onRemove={() => setGroup(index, null)}
        />
      ))}
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={() => onChange({ ...audience, rules: [...rules, nextRule(rules)] })}>
          <Plus aria-hidden /> Add a rule
        </Button>
        <Button size="sm" onClick={() => onChange({ ...audience, groups: [...groups, FIRST_GROUP] })}>
          <FolderPlus aria-hidden /> Add a group
        </Button>
      </div>
    </div>
  );
}

/** Groups have no identity of their own; their place is it. */
const keyed = (groups: readonly AudienceGroup[]) =>
  groups.map((group, i) => ({ group, key: `group-${i + 1}` }));

type GroupProps = {
  group: AudienceGroup;
  choices: AudienceChoices;
  outer: Match;
  onChange: (group: AudienceGroup | null) => void;
  onRemove: () => void;
};

function Group({ group, choices, outer, onChange, onRemove }: GroupProps) {
  const { match, rules } = group;
  return (
    <fieldset className="grid gap-2 rounded-md border border-line-2 bg-sunken p-3">
      <legend className="sr-only">A group of rules</legend>
      <div className="flex items-center gap-2">
        <MatchSelect
          label={outer === "all" ? "and" : "or"}
          name="The group matches"
          match={match}
          onChange={(next) => onChange({ match: next, rules })}
        />
        <span className="ml-auto" />
        <IconButton label="Remove this group" icon={<X aria-hidden />} onClick={onRemove} />
      </div>
      <RuleList
        rules={rules}
        choices={choices}
        onChange={(next) => onChange(next.length === 0 ? null : { match, rules: next })}
      />
      <div>
        <Button size="sm" onClick={() => onChange({ match, rules: [...rules, nextRule(rules)] })}>
          <Plus aria-hidden /> Add a rule to the group
        </Button>
      </div>
    </fieldset>
  );
}

type MatchProps = { label: string; name?: string; match: Match; onChange: (match: Match) => void };

function MatchSelect({ label, name = label, match, onChange }: MatchProps) {
  return (
    <span className="flex items-center gap-2 text-ink-2">
      {label}
      <Select
        aria-label={name}
        className="w-36"
        options={MATCHES.map((value) => ({ value, label: MATCH_WORDS[value] }))}
        value={match}
        onChange={({ target }) => onChange(MATCHES.find((one) => one === target.value) ?? match)}
      />
    </span>
  );
}
