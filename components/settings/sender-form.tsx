"use client";
import { type FormEvent, useState } from "react";
import { complaintsIn } from "@/components/complaints";
import { PublishFields } from "@/components/publish-fields";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CheckItem, CheckList } from "@/components/ui/check-item";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { TextLink } from "@/components/ui/text-link";
import { Textarea } from "@/components/ui/textarea";
import { usePublishSetting } from "@/components/use-publish-setting";
import type { Company } from "@/server/domain/settings/company";
import { diff } from "@/server/domain/settings/diff";
import { senderChecks } from "./sender-checks";

type Props = { version: number; company: Company; mayWrite: boolean };

/** Who mail comes from. Part of the company's document: saving publishes its next version. */
export function SenderForm({ version, company, mayWrite }: Props) {
  const [sender, setSender] = useState(company);
  const [note, setNote] = useState("");
  const { publish, pending, error } = usePublishSetting(
    "company",
    (published) => `The sender is published as version ${published}`,
  );
  const complaints = complaintsIn(error);
  const set = (part: Partial<Company>) => setSender((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    publish({ expectedVersion: version, body: sender, note });
  };
  const input = { disabled: !mayWrite };
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_340px]">
      <Card>
        <CardHeader title="Sender" sub={`version ${version} of the company's data`} />
        <CardBody>
          <form onSubmit={submit} className="grid gap-4 sm:grid-cols-2">
            <Field label="From, name" error={complaints.get("fromName")}>
              <Input
                {...input}
                value={sender.fromName}
                maxLength={80}
                onChange={({ target }) => set({ fromName: target.value })}
              />
            </Field>
            <Field label="From, address" error={complaints.get("fromAddress")}>
              <Input
                {...input}
                type="email"
                value={sender.fromAddress}
                onChange={({ target }) => set({ fromAddress: target.value })}
              />
            </Field>
            <Field label="Reply to" help="Empty: the sender's address" error={complaints.get("replyTo")}>
              <Input
                {...input}
                type="email"
                value={sender.replyTo ?? ""}
                onChange={({ target }) => set({ replyTo: target.value === "" ? null : target.value })}
              />
            </Field>
            <Field
              label="Postal address"
              help="In the foot of every mail; without one no mail leaves"
              error={complaints.get("postalAddress")}
              className="sm:col-span-2"
            >
              <Textarea
                {...input}
                rows={4}
                maxLength={300}
                value={sender.postalAddress}
                onChange={({ target }) => set({ postalAddress: target.value })}
              />
            </Field>
            {mayWrite && (
              <div className="sm:col-span-2">
                <PublishFields
                  version={version}
                  changes={diff(company, sender).length}
                  note={note}
                  onNote={setNote}
                  pending={pending}
                  error={complaints.get("note") ?? complaints.get("")}
                />
              </div>
            )}
          </form>
        </CardBody>
      </Card>
      <Checks sender={sender} />
    </div>
  );
}

function Checks({ sender }: { sender: Company }) {
  return (
    <Card>
      <CardHeader title="Checks" sub="of what stands in the form" />
      <CardBody className="grid gap-3">
        <CheckList label="Checks of the sender">
          {senderChecks(sender).map(({ name, tone, outcome, text }) => (
            <CheckItem key={name} tone={tone} outcome={outcome}>
              <span className="font-medium text-ink">{name}</span>: {text}
            </CheckItem>
          ))}
        </CheckList>
        <Callout tone="info">
          Whether mailbox providers accept the sender depends on its domain's SPF, DKIM and DMARC records,
          which are set where the domain is kept.{" "}
          <TextLink href="/settings?tab=mail">Send a test mail</TextLink> to see what the mail server says.
        </Callout>
      </CardBody>
    </Card>
  );
}
