import type { refusalText } from "@/components/refusal-words";

export type Failure = Parameters<typeof refusalText>[0];

/** A refused call rejects with tRPC's error; whatever else is thrown had no answer. */
export const asFailure = (error: unknown): Failure =>
  error instanceof Error ? error : { message: String(error) };
