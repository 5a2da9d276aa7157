import { expect, test } from "vitest";
import { problemWords, safeReturnPath, signInProblem } from "./sign-in-problem";

test.each([
  { error: null, status: 200, problem: null },
  { error: "CredentialsSignin", status: 401, problem: { kind: "no-match" } },
  { error: "TooManyAttempts:41", status: 401, problem: { kind: "throttled", seconds: 41 } },
  { error: "TooManyAttempts:<b>", status: 401, problem: { kind: "unavailable" } },
  { error: "ServiceUnavailable", status: 401, problem: { kind: "unavailable" } },
  { error: "ECONNREFUSED", status: 401, problem: { kind: "unavailable" } },
  { error: null, status: 500, problem: { kind: "unavailable" } },
  { error: null, status: 429, problem: { kind: "throttled", seconds: 60 } },
])("$error with $status is $problem", ({ error, status, problem }) => {
  expect(signInProblem(error, status)).toEqual(problem);
});

test.each([
  { wanted: "/review?id=4", path: "/review?id=4" },
  { wanted: undefined, path: "/" },
  { wanted: ["/a", "/b"], path: "/" },
  { wanted: "https://evil.example/review", path: "/" },
  { wanted: "//evil.example/review", path: "/" },
  { wanted: "/\\evil.example", path: "/" },
  { wanted: "/x/..//evil.example", path: "/" },
  { wanted: "javascript:alert(1)", path: "/" },
  { wanted: "/sign-in?callbackUrl=/sign-in", path: "/" },
  { wanted: "/", path: "/" },
])("$wanted leads to $path", ({ wanted, path }) => {
  expect(safeReturnPath(wanted)).toBe(path);
});

test("each problem says what to do", () => {
  expect(problemWords({ kind: "throttled", seconds: 41 }, 41)).toBe("Too many attempts. Try again in 41 s.");
  expect(problemWords({ kind: "throttled", seconds: 41 }, 0)).toBe("You can try again now.");
  expect(problemWords({ kind: "unavailable" }, 0)).toMatch(/password was not judged/);
});
