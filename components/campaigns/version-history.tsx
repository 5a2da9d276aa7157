"use client";
import { useQuery } from "@tanstack/react-query";
import type { Answer } from "@/components/api-types";
import { useCompany } from "@/components/company";
import { useTRPC } from "@/components/trpc";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Diff } from "@/components/ui/diff";
import { Empty } from "@/components/ui/empty";
import { Field } from "@/components/ui/field";
import { formatInstant } from "@/components/ui/format";
import { Grid, Stack } from "@/components/ui/page";
import { Select } from "@/components/ui/select";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { useUrlParams } from "@/components/ui/use-url-params";
import type { CampaignBody } from "@/server/domain/campaign";
import { bodyLines } from "./body-lines";
import { StateChanges } from "./state-changes";
import { useKnown } from "./use-known";

type Campaign = Answer["campaign"]["get"];
const UNPUBLISHED = "draft";

/** Who made which version when, and what changed between any two. */
export function VersionHistory({ campaign }: { campaign: Campaign }) {
  const { params, set } = useUrlParams();
  const { versions, draft, state } = campaign;
  const isOpen = draft !== null && state !== "draft";
  const names = [...(isOpen ? [UNPUBLISHED] : []), ...versions.map(({ version }) => String(version))];
  const to = params.get("to") ?? names[0] ?? "1";
  const from = params.get("from") ?? names[1] ?? to;
  return (
    <Grid>
      <Stack className="lg:col-span-4">
        <VersionList campaign={campaign} />
        <StateChanges id={campaign.id} />
      </Stack>
      <Stack className="lg:col-span-8">
        <Card>
          <CardHeader title="What changed" />
          {names.length < 2 ? (
            <Empty title="Nothing to compare yet">
              A draft keeps its newest version only. From the launch on, each published version stays.
            </Empty>
          ) : (
            <CardBody className="grid gap-4">
              <div className="grid gap-3 sm:grid-cols-2">
                <Field label="From">
                  <Select
                    value={from}
                    options={names.map(optionOf)}
                    onChange={({ target }) => set({ from: target.value })}
                  />
                </Field>
                <Field label="To">
                  <Select
                    value={to}
                    options={names.map(optionOf)}
                    onChange={({ target }) => set({ to: target.value })}
                  />
                </Field>
              </div>
              <Changes campaign={campaign} from={from} to={to} />
            </CardBody>
          )}
        </Card>
      </Stack>
    </Grid>
  );
}

const optionOf = (name: string) => ({
  value: name,
  label: name === UNPUBLISHED ? "Unpublished changes" : `Version ${name}`,
});

function VersionList({ campaign: { versions, version: inForce } }: { campaign: Campaign }) {
  const { timeZone } = useCompany();
  return (
    <Card>
      <CardHeader title="Versions" sub="Every run names the one it was made under." />
      <CardBody>
        <ol className="grid gap-3">
          {versions.map(({ version, authorName, at }) => (
            <li key={version}>
              <b className="font-medium">Version {version}</b>
              {version === inForce && <span className="text-ink-3"> in force</span>}
              <p className="text-12 text-ink-3">
                {authorName}, {formatInstant(at, timeZone)}
              </p>
            </li>
          ))}
        </ol>
      </CardBody>
    </Card>
  );
}

function Changes({ campaign, from, to }: { campaign: Campaign; from: string; to: string }) {
  const known = useKnown();
  const before = useBody(campaign, from);
  const after = useBody(campaign, to);
  if (before === undefined || after === undefined)
    return (
      <Loading>
        <Skeleton className="h-32" />
      </Loading>
    );
  if (before === null || after === null)
    return <Empty title="This version is not kept">Of a draft only the newest version stays.</Empty>;
  const old = bodyLines(before, known);
  const changed = bodyLines(after, known).flatMap(({ term, value }, i) => {
    const was = old[i]?.value ?? "";
    return was === value ? [] : [{ term, was, value }];
  });
  if (changed.length === 0) return <Empty title="Nothing differs">Both say the same.</Empty>;
  return (
    <dl className="grid gap-3">
      {changed.map(({ term, was, value }) => (
        <div key={term} className="grid gap-0.5">
          <dt className="text-12 font-medium text-ink-3">{term}</dt>
          <dd>
            <Diff before={was} after={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The body of a version; undefined while it is on its way, null where it is not kept. */
function useBody({ id, version, body, draft }: Campaign, name: string): CampaignBody | null | undefined {
  const trpc = useTRPC();
  const isHere = name === UNPUBLISHED || Number(name) === version;
  const { data, isError } = useQuery({
    ...trpc.campaign.version.queryOptions({ id, version: Number(name) || 1 }, { retry: false }),
    enabled: !isHere,
  });
  if (name === UNPUBLISHED) return draft?.body ?? null;
  if (Number(name) === version) return body;
  return isError ? null : data?.body;
}
