import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";

/** The number in an address; anything else is a page that does not exist. */
export function idOf(text: string): number {
  const id = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return id > 0 ? id : notFound();
}

/** What was asked for, or the page that says there is no such thing. */
export async function orNotFound<Found>(asked: Promise<Found>): Promise<Found> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}

/** What was asked for, or null where there is no such thing. */
export async function orNull<Found>(asked: Promise<Found>): Promise<Found | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") return null;
    throw error;
  }
}
