import { defaultShouldDehydrateQuery, MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { TRPCClientError } from "@trpc/client";
import superjson from "superjson";

/** Figures in view stay as they are this long before they are asked for again. */
const FRESH_MS = 20_000;
const RETRIES = 2;

/** One cache of answers: per browser, or per request where a page prefetches. */
export function makeQueryClient(onError: (error: Error) => void = () => {}): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retry: (failures, error) => failures < RETRIES && mayHealItself(error),
      },
      dehydrate: {
        serializeData: superjson.serialize,
        shouldDehydrateQuery: (query) =>
          defaultShouldDehydrateQuery(query) || query.state.status === "pending",
      },
      hydrate: { deserializeData: superjson.deserialize },
    },
  });
}

/** The HTTP status of a refusal, or null when no answer came at all. */
export function refusalStatus(error: Error): number | null {
  const data: unknown = error instanceof TRPCClientError ? error.data : null;
  if (typeof data !== "object" || data === null || !("httpStatus" in data)) return null;
  return typeof data.httpStatus === "number" ? data.httpStatus : null;
}

/** Asking again helps against a lost connection or a restart, not against a refusal. */
function mayHealItself(error: Error): boolean {
  const status = refusalStatus(error);
  return status === null || status >= 500;
}
