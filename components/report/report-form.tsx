"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useCompany } from "@/components/company";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { formatCount } from "@/components/ui/format";
import { Hint } from "@/components/ui/hint";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import { showToast } from "@/components/ui/toast";
import { usePublishSetting } from "@/components/use-publish-setting";
import type { Report } from "@/server/domain/settings/report";

type Props = { version: number; settings: Report; mayChange: boolean };

const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, "0")}:00`,
}));

/** Who gets the report, from which hour on, and whether at all. */
export function ReportForm({ version, settings, mayChange }: Props) {
  const { timeZone } = useCompany();
  const [enabled, setEnabled] = useState(settings.enabled);
  const [hour, setHour] = useState(settings.hour);
  const [recipients, setRecipients] = useState(settings.recipients.join("\n"));
  const { publish, pending, error } = usePublishSetting("report", () => "Saved");
  const sendTest = useTest();
  const addresses = recipients.split(/[\s,;]+/).filter((one) => one !== "");
  const save = (event: FormEvent) => {
    event.preventDefault();
    publish({
      expectedVersion: version,
      body: { enabled, hour, recipients: addresses },
      note: enabled ? "Daily report on" : "Daily report off",
    });
  };
  return (
    <Card>
      <CardHeader
        title="Who gets it, and when"
        sub={whenWords({ enabled, hour, people: addresses.length, timeZone })}
      />
      <CardBody>
        <form onSubmit={save} className="grid gap-4">
          {!mayChange && <Callout tone="info">You may read this; changing it needs another role.</Callout>}
          <Switch
            label="Send it every day"
            help="To each address once, with today's figures."
            checked={enabled}
            onCheckedChange={setEnabled}
            disabled={!mayChange}
          />
          <Field label="Leaves at" help={`In the company's zone, ${timeZone}.`}>
            <Select
              options={HOURS}
              value={String(hour)}
              onChange={({ target }) => setHour(Number(target.value))}
              disabled={!mayChange}
            />
          </Field>
          <Field label="Recipients" help="One address a line. Everybody on it sees the company's figures.">
            <Textarea
              rows={5}
              value={recipients}
              onChange={({ target }) => setRecipients(target.value)}
              disabled={!mayChange}
            />
          </Field>
          {error && (
            <Callout tone="block" role="alert">
              Nothing was changed. {error.message}
            </Callout>
          )}
          {sendTest.error && (
            <Callout tone="block" role="alert">
              No test was sent. {sendTest.error.message}
            </Callout>
          )}
          {mayChange && (
            <div className="flex flex-wrap items-center gap-2">
              <Button type="submit" variant="primary" pending={pending}>
                Save
              </Button>
              <Button onClick={() => sendTest.mutate({})} pending={sendTest.isPending}>
                Send me a test
              </Button>
              <Hint>The test goes to your own address, whatever is on the list.</Hint>
            </div>
          )}
        </form>
      </CardBody>
    </Card>
  );
}

type When = { enabled: boolean; hour: number; people: number; timeZone: string };

/** What the form says as it stands, in a sentence. */
function whenWords({ enabled, hour, people, timeZone }: When): string {
  if (!enabled) return "Off: nobody gets it.";
  const whom = people === 1 ? "one address" : `${formatCount(people)} addresses`;
  return `Every day at ${HOURS[hour]?.label}, ${timeZone} time, to ${whom}, with the figures of the 30 days before.`;
}

function useTest() {
  const router = useRouter();
  return useMutation(
    useTRPC().report.sendTest.mutationOptions({
      onSuccess: ({ recipient }) => {
        showToast(`A test is on its way to ${recipient}`);
        router.refresh();
      },
    }),
  );
}
