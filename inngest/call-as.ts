import type { Caller } from "@/server/api/root";

/** The API with the system as actor; the name of the job is what the audit will show. */
export type CallAs = (job: string) => Caller;
