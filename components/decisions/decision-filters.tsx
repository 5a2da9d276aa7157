"use client";
import { actionWords, CHANNEL_TITLES } from "@/components/choice-words";
import { HOLDING_REASONS, reasonWords, STOPPING_REASONS } from "@/components/reason-words";
import { FilterInput } from "@/components/ui/filter-input";
import { FilterSelect } from "@/components/ui/filter-select";
import { SearchBox } from "@/components/ui/search-box";
import { VERDICTS } from "@/server/domain/decision";
import { DECISION_SETS, type DecisionSet } from "@/server/domain/decision-set";
import { ACTIONS, CHANNELS } from "@/server/domain/goal";
import { VERDICT_WORDS } from "./decision-words";

const SET_WORDS: Record<DecisionSet, string> = {
  left: "Message left in these days",
  opened: "Opened",
  clicked: "Clicked",
  ordered: "Led to an order",
  "to-send": "To be sent",
  overridden: "Rejected or edited by a person",
  reviewed: "Review timed in these days",
  worded: "With a message",
  treated: "First of a treated person",
  "held-out": "First of a held-out person",
};

type Props = { campaigns: readonly { id: number; name: string }[] };

/** What narrows the list of decisions. */
export function DecisionFilters({ campaigns }: Props) {
  return (
    <>
      <FilterSelect
        param="verdict"
        label="Verdict"
        all="Any"
        options={VERDICTS.map((value) => ({ value, label: VERDICT_WORDS[value].word }))}
      />
      <FilterSelect
        param="among"
        label="Among"
        all="All decisions"
        options={DECISION_SETS.map((value) => ({ value, label: SET_WORDS[value] }))}
      />
      <FilterSelect
        param="reason"
        label="Rule"
        all="Any"
        className="max-w-64"
        options={[...STOPPING_REASONS, ...HOLDING_REASONS].map((value) => ({
          value,
          label: reasonWords(value),
        }))}
      />
      <FilterSelect
        param="campaign"
        label="Campaign"
        all="Any"
        className="max-w-64"
        options={campaigns.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <FilterSelect
        param="action"
        label="Action"
        all="Any"
        options={ACTIONS.map((value) => ({ value, label: actionWords(value) }))}
      />
      <FilterSelect
        param="channel"
        label="Channel"
        all="Any"
        options={CHANNELS.map((value) => ({ value, label: CHANNEL_TITLES[value] }))}
      />
      <SearchBox label="Run number" param="run" className="w-32" />
      <FilterInput param="from" label="From" type="date" />
      <FilterInput param="to" label="To" type="date" />
    </>
  );
}
