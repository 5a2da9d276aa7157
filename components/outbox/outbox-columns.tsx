import type { Answer } from "@/components/api-types";
import { reasonWords } from "@/components/reason-words";
import type { TableColumn } from "@/components/ui/data-table/table-column";
import { formatInstant } from "@/components/ui/format";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import { MessageActions } from "./message-actions";
import { OUTBOX_WORDS } from "./outbox-words";

export type OutboxRow = Answer["outbox"]["list"]["rows"][number];

/** Where the decision is that let a message go. */
export const decisionHref = ({ runId, customerId }: OutboxRow): string => `/decisions/${runId}-${customerId}`;

/** The columns of the outbox; `mayAct`: this person may settle and cancel. */
export function outboxColumns(timeZone: string, mayAct: boolean): readonly TableColumn<OutboxRow>[] {
  const actions: TableColumn<OutboxRow> = {
    id: "actions",
    title: "What to do",
    width: 190,
    cell: ({ id, state }) => <MessageActions id={id} state={state} />,
  };
  return [
    {
      id: "campaign",
      title: "Message",
      width: 200,
      grows: true,
      always: true,
      sort: "id",
      cell: (row) => (
        <TextLink look="name" href={decisionHref(row)} prefetch={false}>
          {row.campaign || `Campaign ${row.campaignId}`}
        </TextLink>
      ),
    },
    { id: "customer", title: "Customer", width: 90, numeric: true, cell: (row) => row.customerId },
    { id: "channel", title: "Channel", width: 80, startsHidden: true, cell: (row) => row.channel },
    {
      id: "state",
      title: "State",
      width: 110,
      cell: ({ state }) => <Status tone={OUTBOX_WORDS[state].tone}>{OUTBOX_WORDS[state].word}</Status>,
    },
    {
      id: "due",
      title: "Due",
      width: 160,
      sort: "notBefore",
      cell: (row) => formatInstant(row.notBefore, timeZone),
    },
    {
      id: "settled",
      title: "Settled",
      width: 160,
      sort: "settledAt",
      cell: (row) => formatInstant(row.settledAt, timeZone),
    },
    { id: "known", title: "What is known", width: 240, cell: known },
    ...(mayAct ? [actions] : []),
  ];
}

function known({ reasons, response, attempt }: OutboxRow) {
  const words = [...reasons.map((reason) => reasonWords(reason)), ...(response === null ? [] : [response])];
  if (words.length === 0) return <span className="text-ink-3">{attempt === 0 ? "Not tried yet" : "–"}</span>;
  return <span title={words.join("\n")}>{words.join(" · ")}</span>;
}
