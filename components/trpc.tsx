"use client";
import { QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import superjson from "superjson";
import type { AppRouter } from "@/server/api/root";
import { makeQueryClient, refusalStatus } from "./query-client";

const context = createTRPCContext<AppRouter>();

/** The API as options for react-query: `useQuery(trpc.review.list.queryOptions(input))`. */
export const useTRPC = context.useTRPC;
/** The API as calls: for lists that keep their own pages, and for the live feed. */
export const useTRPCClient = context.useTRPCClient;

const URL = "/api/trpc";
/** Longer addresses are split into several requests; proxies cut at 8 kB and more. */
const LONGEST_URL = 4_000;

/** Everything below may ask the API. Mounted once, around the console. */
export function TrpcProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(() => makeQueryClient(signInAgain));
  const [client] = useState(() =>
    createTRPCClient<AppRouter>({
      links: [
        splitLink({
          condition: ({ type }) => type === "subscription",
          true: httpSubscriptionLink({ url: URL, transformer: superjson }),
          false: httpBatchLink({ url: URL, transformer: superjson, maxURLLength: LONGEST_URL }),
        }),
      ],
    }),
  );
  return (
    <QueryClientProvider client={queryClient}>
      <context.TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </context.TRPCProvider>
    </QueryClientProvider>
  );
}

/** The session is over: back to this page after signing in. */
export function signInAgain(error: Error): void {
  if (refusalStatus(error) !== 401) return;
  const here = window.location.pathname + window.location.search;
  window.location.assign(`/sign-in?callbackUrl=${encodeURIComponent(here)}`);
}
