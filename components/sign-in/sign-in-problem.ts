/**
 * What the server answers through next-auth's `error`. `CredentialsSignin` is next-auth's own word for “no such pair”;
 * `TooManyAttempts:<seconds>` and `ServiceUnavailable` are thrown by our authorize().
 */
export type SignInProblem =
  | { kind: "no-match" }
  | { kind: "throttled"; seconds: number }
  | { kind: "unavailable" };

/** Reads that answer. A server that is down or a database that is gone must never look like a wrong password. */
export function signInProblem(error: string | null | undefined, status: number): SignInProblem | null {
  const throttled = /^TooManyAttempts:(\d{1,6})$/.exec(error ?? "");
  if (throttled) return { kind: "throttled", seconds: Number(throttled[1]) };
  if (status === 429) return { kind: "throttled", seconds: 60 };
  if (error === "CredentialsSignin") return { kind: "no-match" };
  if (error) return { kind: "unavailable" };
  return status >= 200 && status < 300 ? null : { kind: "unavailable" };
}

export function problemWords(problem: SignInProblem, secondsLeft: number): string {
  switch (problem.kind) {
    case "no-match":
      return "Email and password do not match.";
    case "throttled":
      return secondsLeft > 0 ? `Too many attempts. Try again in ${secondsLeft} s.` : "You can try again now.";
    case "unavailable":
      return "Signing in does not work at the moment; your password was not judged. Try again in a minute.";
  }
}

/** Where to go after signing in: a path on this site, never another address, never back to here. */
export function safeReturnPath(wanted: string | string[] | undefined, fallback = "/"): string {
  if (typeof wanted !== "string" || !URL.canParse(wanted, BASE)) return fallback;
  const url = new URL(wanted, BASE);
  const path = url.pathname + url.search + url.hash;
  const leavesSite = url.origin !== BASE || path.startsWith("//");
  return leavesSite || /^\/(sign-in)?$/.test(url.pathname) ? fallback : path;
}

/** Stands for this site while a path is read; it is never shown or visited. */
const BASE = "http://this.invalid";
