import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/api/root";

/** What the API answers and takes, by router and procedure: `Answer["campaign"]["get"]`. */
export type Answer = inferRouterOutputs<AppRouter>;
export type Ask = inferRouterInputs<AppRouter>;
