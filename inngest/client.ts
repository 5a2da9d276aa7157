import { Inngest } from "inngest";

/** Where the Inngest server is and how we and it know each other; `log` gets what the SDK has to say. */
export type EngineAddress = {
  baseUrl: string;
  eventKey: string;
  signingKey: string;
  log: Log;
};
type Say = (...said: readonly unknown[]) => void;
type Log = { info: Say; warn: Say; error: Say; debug: Say };

/** Our app at an Inngest server, embedded or real: the same functions and the same signatures. */
export function openInngest({ baseUrl, eventKey, signingKey, log }: EngineAddress): Inngest {
  return new Inngest({ id: "touchline", baseUrl, eventKey, signingKey, isDev: false, logger: log });
}
