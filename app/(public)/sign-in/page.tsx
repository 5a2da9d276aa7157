import type { Metadata } from "next";
import { SignInPage } from "@/components/sign-in/sign-in-page";
import { safeReturnPath, signInProblem } from "@/components/sign-in/sign-in-problem";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignIn({ searchParams }: Props) {
  const { callbackUrl, error } = await searchParams;
  // next-auth comes back here with ?error=… when something broke on the way
  const earlier = signInProblem(typeof error === "string" ? error : null, 200);
  return <SignInPage company={null} returnTo={safeReturnPath(callbackUrl)} earlier={earlier} demo={null} />;
}
