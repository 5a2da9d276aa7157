import type { Metadata } from "next";
import { SignInPage } from "@/components/sign-in/sign-in-page";
import { safeReturnPath } from "@/components/sign-in/sign-in-problem";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignIn({ searchParams }: Props) {
  const { callbackUrl } = await searchParams;
  return <SignInPage company={null} returnTo={safeReturnPath(callbackUrl)} demo={null} />;
}
