"use client";
import { ChevronLeft } from "lucide-react";
import type { Answer } from "@/components/api-types";
import { useCompany } from "@/components/company";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardBody } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Empty } from "@/components/ui/empty";
import { formatInstant } from "@/components/ui/format";
import { Hint } from "@/components/ui/hint";
import { MailFrame } from "@/components/ui/mail-frame";
import { Tab, TabPanel, Tabs, TabsList } from "@/components/ui/tabs";
import { useUrlParams } from "@/components/ui/use-url-params";
import { MailHeaders } from "./mail-headers";
import { MailText } from "./mail-text";

type Props = { mail: Answer["inbox"]["get"] };

/** One mail as it arrived: how it looks, its words, its headers. */
export function MailView({ mail }: Props) {
  const { timeZone } = useCompany();
  const { params, hrefWith } = useUrlParams();
  return (
    <Card aria-labelledby="mail-subject">
      <header className="grid gap-2 px-4 pt-[13px]">
        <div className="lg:hidden">
          <ButtonLink size="sm" href={hrefWith({ mail: null, page: params.get("page") })}>
            <ChevronLeft aria-hidden /> All mails
          </ButtonLink>
        </div>
        <h2 id="mail-subject" className="text-16 font-semibold [overflow-wrap:anywhere]">
          {mail.subject || "No subject"}
        </h2>
        <DescriptionList
          align="left"
          className="text-12"
          pairs={[
            { term: "From", value: mail.from },
            { term: "To", value: mail.to },
            { term: "Arrived", value: formatInstant(mail.receivedAt, timeZone, "full") },
          ]}
        />
      </header>
      <CardBody>
        <Tabs defaultValue={mail.html === "" ? "text" : "message"}>
          <TabsList aria-label="Ways to look at this mail">
            <Tab value="message">Message</Tab>
            <Tab value="text">Text</Tab>
            <Tab value="headers">Headers</Tab>
          </TabsList>
          <TabPanel value="message">
            <Message html={mail.html} to={mail.to} />
          </TabPanel>
          <TabPanel value="text">
            {mail.text === "" ? (
              <Empty title="No text part">This mail came with HTML only.</Empty>
            ) : (
              <MailText text={mail.text} />
            )}
          </TabPanel>
          <TabPanel value="headers">
            <MailHeaders headers={mail.headers} />
          </TabPanel>
        </Tabs>
      </CardBody>
    </Card>
  );
}

function Message({ html, to }: { html: string; to: string }) {
  if (html === "") return <Empty title="No HTML part">This mail came as text only.</Empty>;
  return (
    <div className="grid gap-2">
      <MailFrame title={`Message to ${to}`} html={html} className="h-[min(72dvh,760px)] min-h-96" />
      <Hint>
        Pictures from the web are not fetched and links do not lead anywhere: looking at a mail here is not
        counted as an open. To follow a link, use the Text tab.
      </Hint>
    </div>
  );
}
