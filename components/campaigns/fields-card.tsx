import type { ReactNode } from "react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";

type Props = { title: string; sub?: string; children: ReactNode };

/** One question of the editor: its fields below each other. */
export function FieldsCard({ title, sub, children }: Props) {
  return (
    <Card>
      <CardHeader title={title} sub={sub} />
      <CardBody className="grid gap-4">{children}</CardBody>
    </Card>
  );
}
