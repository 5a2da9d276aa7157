import { choiceWords, type OfferTitles, segmentWords } from "@/components/choice-words";
import { reasonWords } from "@/components/reason-words";
import type { TableColumn } from "@/components/ui/data-table/table-column";
import { formatInstant, formatNumber } from "@/components/ui/format";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import type { DecisionRow } from "./decision-table";
import { VERDICT_WORDS } from "./decision-words";
import { followedWords } from "./followed-words";

/** The columns of the list of decisions. */
export function decisionColumns(
  offers: OfferTitles,
  { timeZone, currency }: { timeZone: string; currency: string },
): readonly TableColumn<DecisionRow>[] {
  return [
    {
      id: "decision",
      title: "Decision",
      width: 80,
      always: true,
      cell: (row) => (
        <TextLink look="name" href={`/decisions/${row.id}`} prefetch={false}>
          {row.id}
        </TextLink>
      ),
    },
    { id: "customer", title: "Customer", width: 140, cell: (row) => <Customer row={row} /> },
    {
      id: "verdict",
      title: "Verdict",
      width: 96,
      cell: (row) => (
        <Status tone={VERDICT_WORDS[row.verdict].tone}>{VERDICT_WORDS[row.verdict].word}</Status>
      ),
    },
    { id: "campaign", title: "Campaign", width: 170, cell: (row) => row.campaignName },
    {
      id: "segment",
      title: "Segment",
      width: 120,
      startsHidden: true,
      cell: (row) => segmentWords(row.segment),
    },
    { id: "choice", title: "Choice", width: 180, cell: (row) => choiceWords(row, offers) },
    { id: "why", title: "Why", width: 180, grows: true, cell: ({ reasons }) => <Why reasons={reasons} /> },
    {
      id: "outcome",
      title: "Outcome",
      width: 140,
      cell: ({ followed }) => <Outcome followed={followed} currency={currency} />,
    },
    {
      id: "chance",
      title: "Chance",
      width: 66,
      numeric: true,
      startsHidden: true,
      cell: (row) => formatNumber(row.propensity),
    },
    {
      id: "as-of",
      title: "As of",
      width: 160,
      cell: (row) => formatInstant(row.atMs, timeZone),
    },
  ];
}

function Outcome({ followed, currency }: { followed: DecisionRow["followed"]; currency: string }) {
  if (followed === null) return <span className="text-ink-3">–</span>;
  const { tone, words } = followedWords(followed, currency);
  return <Status tone={tone}>{words}</Status>;
}

function Customer({ row: { customer, customerId } }: { row: DecisionRow }) {
  if (customer === null) return customerId;
  return (
    <>
      {customer} <span className="text-ink-3">{customerId}</span>
    </>
  );
}

function Why({ reasons }: { reasons: readonly string[] }) {
  const [first, ...more] = reasons;
  if (first === undefined) return <span className="text-ink-3">–</span>;
  return (
    <span title={reasons.map((reason) => reasonWords(reason)).join("; ")}>
      {reasonWords(first)}
      {more.length > 0 && <span className="text-ink-3"> +{more.length}</span>}
    </span>
  );
}
