"use client";
import { getProviders, signIn } from "next-auth/react";
import { type FormEvent, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { type DemoAccount, DemoAccounts } from "./demo-accounts";
import { ProblemText } from "./problem-text";
import { type SignInProblem, signInProblem } from "./sign-in-problem";

type SignInFormProps = {
  /** A path on this site, already checked by safeReturnPath. */
  returnTo: string;
  /** What went wrong before this page was opened. */
  earlier: SignInProblem | null;
  /** Accounts of the demo company, with their password; null in a real company. */
  demo: readonly DemoAccount[] | null;
};

/** Email and password. What goes wrong is said in words, below the password. */
export function SignInForm({ returnTo, earlier, demo }: SignInFormProps) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState(earlier);
  const secondsLeft = useCountdown(problem);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pending || secondsLeft > 0) return;
    setPending(true);
    const found = await tryToSignIn(email, password);
    setProblem(found);
    if (found === null)
      window.location.assign(returnTo); // a full load: nothing of an earlier session stays in memory
    else setPending(false);
  };

  return (
    <>
      <form onSubmit={submit} className="grid gap-3.5">
        <Field label="Email">
          <Input
            type="email"
            name="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
            className="h-10 max-md:h-11"
          />
        </Field>
        <Field
          label="Password"
          error={problem !== null && <ProblemText problem={problem} secondsLeft={secondsLeft} />}
        >
          <Input
            type="password"
            name="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            className="h-10 max-md:h-11"
          />
        </Field>
        <Button type="submit" variant="primary" size="lg" wide pending={pending} disabled={secondsLeft > 0}>
          Sign in
        </Button>
      </form>
      {demo !== null && (
        <DemoAccounts
          accounts={demo}
          onChoose={(account) => {
            setEmail(account.email);
            setPassword(account.password);
            setProblem(null);
          }}
        />
      )}
    </>
  );
}

/** Null when it worked. Asks for the providers first: next-auth leaves the page when the server does not answer. */
async function tryToSignIn(email: string, password: string): Promise<SignInProblem | null> {
  try {
    if ((await getProviders()) === null) return { kind: "unavailable" };
    const answer = await signIn("credentials", { redirect: false, email, password });
    return answer ? signInProblem(answer.error, answer.status) : { kind: "unavailable" };
  } catch {
    return { kind: "unavailable" }; // no answer, or one that is not JSON
  }
}

/** Seconds until the next attempt is worth making, counted down while they are shown. */
function useCountdown(problem: SignInProblem | null): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    setLeft(problem?.kind === "throttled" ? problem.seconds : 0);
    if (problem?.kind !== "throttled") return;
    const timer = setInterval(() => setLeft((was) => Math.max(was - 1, 0)), 1000);
    return () => clearInterval(timer);
  }, [problem]);
  return left;
}
