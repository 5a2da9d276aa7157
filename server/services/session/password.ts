import { hash, verify } from "@node-rs/argon2";
import { z } from "zod";
import { Refusal } from "@/server/errors";

/**
 * argon2id (the library's default) with the parameters of OWASP's Password Storage Cheat Sheet: 19 MiB, 2 passes,
 * 1 lane.
 */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** NIST SP 800-63B-4 § 3.1.1.2: at least 15 characters where the password is the only factor; no rules of composition. */
export const newPassword = z
  .string()
  .min(15, "choose at least 15 characters: four unrelated words will do")
  .max(200, "choose at most 200 characters")
  .refine((text) => new Set(text).size > 4, "choose something with more than four different characters");

/** Verified where there is no account, so that an unknown address takes as long as a known one. Of a random password that nobody kept. */
export const HASH_OF_NOBODY =
  "$argon2id$v=19$m=19456,t=2,p=1$1QjfDcSwJ3WDAz4EbEN+og$AdMeVFg6wXPGMLrux5Gtc3mIqfdmW8Sj8nHF3WTgJq8";

/** A hash takes 19 MiB and a thread of the pool that files and name look-ups share. */
const AT_ONCE = 2;
const WAITING = 64;

let running = 0;
const queue: (() => void)[] = [];

/** Lets two hash at a time and 64 wait; more are turned away, so that a flood of sign-ins costs neither memory nor the console. */
async function inTurn<Out>(work: () => Promise<Out>): Promise<Out> {
  if (running >= AT_ONCE) {
    if (queue.length >= WAITING)
      throw new Refusal("TOO_MANY_REQUESTS", "too many sign-ins at once: try again in a moment");
    await new Promise<void>((go) => queue.push(go));
  } else {
    running++;
  }
  try {
    return await work();
  } finally {
    const next = queue.shift();
    if (next === undefined) running--;
    else next(); // hands its place on
  }
}

/** The PHC string to store. */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password.normalize("NFC"), PARAMETERS));

/** Whether the password belongs to the hash. `null`: there is no account, and the answer is no after the same work. */
export const verifyPassword = async (stored: string | null, password: string): Promise<boolean> =>
  (await inTurn(() => verify(stored ?? HASH_OF_NOBODY, password.normalize("NFC")))) && stored !== null;
