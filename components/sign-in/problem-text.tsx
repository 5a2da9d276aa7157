import { problemWords, type SignInProblem } from "./sign-in-problem";

/** The words of a problem. A countdown is seen every second but read out only at its start and end. */
export function ProblemText({ problem, secondsLeft }: { problem: SignInProblem; secondsLeft: number }) {
  if (problem.kind !== "throttled" || secondsLeft === 0) return problemWords(problem, secondsLeft);
  return (
    <>
      <span aria-hidden>{problemWords(problem, secondsLeft)}</span>
      <span className="sr-only">{problemWords(problem, problem.seconds)}</span>
    </>
  );
}
