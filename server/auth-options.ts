import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import { SESSION_SECONDS } from "@/server/auth-session";
import { clientAddress } from "@/server/domain/client-address";
import { env } from "@/server/env.mjs";
import { Refusal } from "@/server/errors";
import { log } from "@/server/log";
import { platform } from "@/server/open-platform";
import { PEER_ADDRESS_HEADER } from "@/server/peer-address";
import { signIn } from "@/server/services/session/sign-in";

const typed = z.object({ email: z.string(), password: z.string() });

type Headers = Record<string, unknown>;
const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

/**
 * Checks what was typed. Null is next-auth's word for "wrong"; the thrown messages reach the sign-in page:
 * `TooManyAttempts:<seconds>`, and `ServiceUnavailable`, which must never look like a wrong password.
 */
async function authorize(credentials: unknown, headers: Headers): Promise<{ id: string } | null> {
  const given = typed.safeParse(credentials);
  if (!given.success) return null;
  const peer = text(headers[PEER_ADDRESS_HEADER]);
  const address = clientAddress(peer, text(headers["x-forwarded-for"]), env.TRUSTED_PROXIES);
  const answer = await signIn(platform(), { ...given.data, address }).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "TOO_MANY_REQUESTS") return BUSY;
    log.error({ err: error }, "sign-in could not be checked");
    throw new Error("ServiceUnavailable");
  });
  if (answer.kind === "wait") throw new Error(`TooManyAttempts:${answer.seconds}`);
  return answer.kind === "in" ? { id: String(answer.userId) } : null;
}

/** Too many hashes at once: worth another try in a moment. */
const BUSY = { kind: "wait", seconds: 5 } as const;

/** Email and password, nothing else: no linking of accounts by address alone. */
export const authOptions: NextAuthOptions = {
  secret: env.NEXTAUTH_SECRET,
  session: { strategy: "jwt", maxAge: SESSION_SECONDS },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [
    CredentialsProvider({
      credentials: { email: {}, password: {} },
      authorize: (credentials, request) => authorize(credentials, request.headers ?? {}),
    }),
  ],
  callbacks: {
    // `user` is there only at the sign-in: the beginning never moves, whatever refreshes the cookie
    jwt: ({ token, user }) => {
      const { sub, since } = token;
      if (user !== undefined) return { sub: user.id, since: platform().clock.now().getTime() };
      return sub === undefined ? {} : { sub, since };
    },
    session: ({ session }) => ({ expires: session.expires }),
  },
  logger: {
    error: (code, metadata) => log.error({ code, metadata }, "next-auth"),
    warn: (code) => log.debug({ code }, "next-auth"),
    debug: () => undefined,
  },
};
