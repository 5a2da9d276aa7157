import { BarList } from "@/components/charts/bar-list";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Hint } from "@/components/ui/hint";
import type { SegmentDetail } from "./segment-types";
import { NO_SEGMENT } from "./segment-words";

/** Where the people of a segment came from and went to. */
export function FlowCard({ detail: { from, to, names } }: { detail: SegmentDetail }) {
  const nameOf = (segment: string) => (segment === "" ? NO_SEGMENT : (names[segment] ?? segment));
  return (
    <Card>
      <CardHeader title="From and to" sub="moves in 28 days" />
      <CardBody className="grid gap-4">
        <Moves title="Came from" moves={from.map((one) => ({ name: nameOf(one.from), n: one.customers }))} />
        <Moves title="Went to" moves={to.map((one) => ({ name: nameOf(one.to), n: one.customers }))} />
      </CardBody>
    </Card>
  );
}

function Moves({ title, moves }: { title: string; moves: readonly { name: string; n: number }[] }) {
  return (
    <div>
      <h3 className="mb-1.5 text-12 font-medium text-ink-3">{title}</h3>
      {moves.length === 0 ? (
        <Hint>Nobody in these days.</Hint>
      ) : (
        <BarList
          label={title}
          format={{ kind: "count" }}
          items={moves.map(({ name, n }) => ({ key: name, label: name, value: n }))}
        />
      )}
    </div>
  );
}
