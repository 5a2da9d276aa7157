"use client";
import { useMutation } from "@tanstack/react-query";
import { MAIL_OUTCOMES } from "@/components/mail-outcome";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { DescriptionList } from "@/components/ui/description-list";
import { ErrorState } from "@/components/ui/error-state";
import { formatDuration } from "@/components/ui/format";
import { TextLink } from "@/components/ui/text-link";

type Props = {
  email: string;
  /** host and port of the mail server; null: the sandbox */
  server: string | null;
};

/** Sends a test mail to one's own address and shows what the mail server said. */
export function MailTest({ email, server }: Props) {
  const test = useMutation(useTRPC().connection.testMail.mutationOptions());
  return (
    <Card className="max-w-2xl">
      <CardHeader title="Mail server" sub={server ?? "sandbox"} />
      <CardBody className="grid gap-3">
        {server === null && (
          <Callout tone="info">
            No mail server is set, so mail goes to the <TextLink href="/inbox">sandbox inbox</TextLink>. Set
            SMTP_URL to send to people.
          </Callout>
        )}
        <p className="text-ink-2">
          Sends one mail through the configured sender to your own address, {email}. At most ten in a quarter
          of an hour.
        </p>
        <div>
          <Button variant="primary" pending={test.isPending} onClick={() => test.mutate({})}>
            Send a test mail
          </Button>
        </div>
        <div aria-live="polite" className="grid gap-3">
          {test.error !== null && <ErrorState title="Nothing was sent">{refusalText(test.error)}</ErrorState>}
          {test.data !== undefined && (
            <>
              <Callout tone={MAIL_OUTCOMES[test.data.kind].tone}>
                {MAIL_OUTCOMES[test.data.kind].text}.
              </Callout>
              <DescriptionList
                pairs={[
                  { term: "From", value: test.data.from },
                  { term: "To", value: test.data.to },
                  { term: "Took", value: formatDuration(test.data.milliseconds) },
                ]}
              />
              <CodeBlock label="The mail server's answer">{test.data.response}</CodeBlock>
            </>
          )}
        </div>
      </CardBody>
    </Card>
  );
}
