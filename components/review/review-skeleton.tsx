import { Loading, Skeleton } from "@/components/ui/skeleton";
import { MessageSkeleton } from "./review-desk";

/** The queue and a message while they are on their way. */
export function ReviewSkeleton() {
  return (
    <Loading>
      <div
        data-fills-screen
        className="md:grid md:h-[calc(100dvh-var(--frame-top))] md:grid-cols-[264px_minmax(0,1fr)] lg:grid-cols-[328px_minmax(0,1fr)]"
      >
        <div className="grid content-start gap-3 border-r bg-surface p-4">
          {["w-1/2", "w-full", "w-full", "w-full", "w-full", "w-full"].map((width, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
            <Skeleton key={place} className={`h-12 ${width}`} />
          ))}
        </div>
        <div className="max-md:hidden">
          <MessageSkeleton />
        </div>
      </div>
    </Loading>
  );
}
