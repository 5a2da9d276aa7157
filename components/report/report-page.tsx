"use client";
import type { Answer } from "@/components/api-types";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { MailFrame } from "@/components/ui/mail-frame";
import { Grid, Stack } from "@/components/ui/page";
import { Tab, TabPanel, Tabs, TabsList } from "@/components/ui/tabs";
import type { Report } from "@/server/domain/settings/report";
import { ReportForm } from "./report-form";
import { SendTable } from "./send-table";

type Props = {
  version: number;
  settings: Report;
  preview: Answer["report"]["preview"];
  sends: Answer["report"]["sends"];
  mayChange: boolean;
};

/** To whom the report goes and when, how it looks today, and what became of the last mails. */
export function ReportPage({ version, settings, preview, sends, mayChange }: Props) {
  return (
    <Grid>
      <Stack className="lg:col-span-5">
        <ReportForm key={version} version={version} settings={settings} mayChange={mayChange} />
        <SendTable sends={sends} />
      </Stack>
      <Stack className="lg:col-span-7">
        <Card>
          <CardHeader title="Today's report" sub={preview.subject} />
          <CardBody>
            <Tabs defaultValue="html">
              <TabsList>
                <Tab value="html">As mail</Tab>
                <Tab value="text">As text</Tab>
              </TabsList>
              <TabPanel value="html" className="pt-3">
                <MailFrame fits title="Today's report" html={preview.html} className="h-[820px]" />
              </TabPanel>
              <TabPanel value="text" className="pt-3">
                <CodeBlock label="Today's report as text">{preview.text}</CodeBlock>
              </TabPanel>
            </Tabs>
          </CardBody>
        </Card>
      </Stack>
    </Grid>
  );
}
