import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { DescriptionList } from "@/components/ui/description-list";
import { formatCount } from "@/components/ui/format";
import type { Explainable } from "./decision-words";

type Props = {
  explained: Pick<Explainable, "versions" | "facts">;
  /** the block of the audit chain that holds the decision */
  auditBlock?: number | null;
};

/** Most nodes have the same version: those that differ are named. */
function nodeVersionWords(nodes: Readonly<Record<string, number>>): string {
  const others = Object.entries(nodes).filter(([, version]) => version !== 1);
  if (others.length === 0) return "version 1 of each";
  const named = others.map(([name, version]) => `${name} version ${version}`);
  return `${named.join(", ")}; the others version 1`;
}

/** What a decision was made under and from. */
export function VersionCard({ explained, auditBlock = null }: Props) {
  const { nodes, seed, ...documents } = explained.versions;
  return (
    <Card>
      <CardHeader title="Versions and facts" sub="what it was made under and from" />
      <CardBody className="grid gap-3">
        <DescriptionList
          pairs={[
            ...Object.entries(documents).map(([name, version]) => ({
              term: name.charAt(0).toUpperCase() + name.slice(1),
              value: `version ${version}`,
            })),
            { term: "Rules of the nodes", value: nodeVersionWords(nodes) },
            ...(auditBlock === null ? [] : [{ term: "Audit block", value: formatCount(auditBlock) }]),
            { term: "Seed", value: String(seed) },
          ]}
        />
        <details>
          <summary className="cursor-pointer text-ink-2">All facts that were read</summary>
          <CodeBlock label="Facts" className="mt-2">
            {JSON.stringify(explained.facts, null, 2)}
          </CodeBlock>
        </details>
      </CardBody>
    </Card>
  );
}
