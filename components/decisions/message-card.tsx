"use client";
import type { Answer } from "@/components/api-types";
import { useCompany } from "@/components/company";
import { reasonWords } from "@/components/reason-words";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { DescriptionList } from "@/components/ui/description-list";
import { ErrorState } from "@/components/ui/error-state";
import { formatHash, formatInstant } from "@/components/ui/format";
import { MailFrame } from "@/components/ui/mail-frame";
import { ReasonCode } from "@/components/ui/reason-code";
import { Status } from "@/components/ui/status";
import { Tab, TabPanel, Tabs, TabsList } from "@/components/ui/tabs";
import { OUTBOX_WORDS } from "./decision-words";
import { SentBytes } from "./sent-bytes";

type Message = Answer["outbox"]["get"];

/** The message of a decision: what it says, where it stands, and whether it is what left. */
export function MessageCard({ id, message }: { id: string; message: Message }) {
  const { timeZone } = useCompany();
  const { tone, word } = OUTBOX_WORDS[message.state] ?? { tone: "neutral", word: message.state };
  const { preview } = message;
  return (
    <Card>
      <CardHeader
        title="Message"
        sub={`outbox ${message.id}`}
        actions={<Status tone={tone}>{word}</Status>}
      />
      <CardBody className="grid gap-3">
        {preview.ok ? (
          <Content id={id} preview={preview} />
        ) : (
          <ErrorState title="The message could not be rendered">{preview.error}</ErrorState>
        )}
        <DescriptionList
          pairs={[
            { term: "Not before", value: formatInstant(message.notBefore, timeZone) },
            { term: "Claimed", value: formatInstant(message.claimedAt, timeZone) },
            { term: "Settled", value: formatInstant(message.settledAt, timeZone) },
            { term: "Attempts", value: message.attempt },
            { term: "Provider's answer", value: message.response ?? "–" },
            { term: "Rendering", value: <Hash hash={message.renderHash} /> },
            { term: "Equal to what left", value: EQUAL[String(message.isAsSent)] },
            ...message.reasons.map((code) => ({
              key: code,
              term: "Why",
              value: (
                <>
                  {reasonWords(code)} <ReasonCode>{code}</ReasonCode>
                </>
              ),
            })),
          ]}
        />
      </CardBody>
    </Card>
  );
}

const EQUAL: Readonly<Record<string, string>> = {
  true: "Yes, but for the links",
  false: "No: the person's data has changed since",
  null: "Nothing has left yet",
};

function Hash({ hash }: { hash: string | null }) {
  return hash === null ? "–" : <ReasonCode>sha256 {formatHash(hash)}</ReasonCode>;
}

function Content({ id, preview }: { id: string; preview: Message["preview"] & { ok: true } }) {
  return (
    <Tabs defaultValue="email" className="gap-3">
      <p className="text-14 font-semibold">
        <span className="sr-only">Subject: </span>
        {preview.subject}
      </p>
      <TabsList aria-label="Parts of the message">
        <Tab value="email">Email</Tab>
        <Tab value="text">Text</Tab>
        <Tab value="bytes">Bytes sent</Tab>
      </TabsList>
      <TabPanel value="email">
        <MailFrame title="The message" html={preview.html} className="h-[480px]" />
      </TabPanel>
      <TabPanel value="text">
        <CodeBlock label="Text of the message">{preview.text}</CodeBlock>
      </TabPanel>
      <TabPanel value="bytes">
        <SentBytes id={id} />
      </TabPanel>
    </Tabs>
  );
}
