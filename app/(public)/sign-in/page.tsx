import type { Metadata } from "next";
import { SignInPage } from "@/components/sign-in/sign-in-page";
import { safeReturnPath, signInProblem } from "@/components/sign-in/sign-in-problem";
import { env } from "@/server/env.mjs";
import { log } from "@/server/log";
import { platform } from "@/server/open-platform";
import { type Door, door } from "@/server/services/session/door";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignIn({ searchParams }: Props) {
  const { callbackUrl, error } = await searchParams;
  const { company, demo } = await doorOrPlain();
  // next-auth comes back here with ?error=… when something broke on the way
  const earlier = signInProblem(typeof error === "string" ? error : null, 200);
  const accounts = demo?.map((account) => ({ ...account, role: capital(account.role) })) ?? null;
  return (
    <SignInPage company={company} returnTo={safeReturnPath(callbackUrl)} earlier={earlier} demo={accounts} />
  );
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** While the database is away the form is shown all the same: it says what is wrong when it is sent. */
async function doorOrPlain(): Promise<Door | { company: null; demo: null }> {
  try {
    return await door(platform(), env.DATA_DIR);
  } catch (problem) {
    log.warn({ err: problem }, "the sign-in page does not know whose console it is");
    return { company: null, demo: null };
  }
}
