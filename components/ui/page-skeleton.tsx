import { Card, CardBody, CardFooter } from "./card";
import { cn } from "./cn";
import { Page } from "./page";
import { breathing, Loading, Skeleton, SkeletonRows } from "./skeleton";
import { Table, TableBody } from "./table";

/** A list's page while it is on its way: head, filters and rows at their final size. */
export function ListSkeleton({ columns, rows = 10 }: { columns: number; rows?: number }) {
  return (
    <Page>
      <Loading>
        <HeadSkeleton />
        <Card>
          <div className="flex gap-2 border-b p-3">
            <Skeleton className="h-8 w-56" />
            <Skeleton className="h-8 w-36" />
          </div>
          <CardBody flush>
            <Table label="Loading">
              <TableBody>
                <SkeletonRows rows={rows} columns={columns} />
              </TableBody>
            </Table>
          </CardBody>
          <CardFooter>
            <Skeleton className="w-40" />
          </CardFooter>
        </Card>
      </Loading>
    </Page>
  );
}

/** The title and the sentence below it. */
export function HeadSkeleton() {
  return (
    <div className="mb-5 grid gap-2.5 pt-1">
      <Skeleton className="h-5 w-48" />
      <Skeleton className="w-80 max-w-full" />
    </div>
  );
}

/** A card with lines of text while it is on its way. */
export function CardSkeleton({ lines = 6, className }: { lines?: number; className?: string | undefined }) {
  return (
    <Card className={className}>
      <CardBody aria-busy className={cn("grid gap-3", breathing)}>
        <Skeleton className="h-4 w-36" />
        {Array.from({ length: lines }, (_line, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
          <Skeleton key={line} className={line % 3 === 2 ? "w-2/3" : "w-full"} />
        ))}
      </CardBody>
    </Card>
  );
}
