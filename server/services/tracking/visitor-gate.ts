import { clientAddress } from "@/server/domain/client-address";
import type { Clock } from "@/server/domain/clock";
import { TokenBuckets } from "@/server/domain/token-buckets";
import { PEER_ADDRESS_HEADER } from "@/server/peer-address";

/** A mail provider fetches the pictures of many people's mails from one address, most of them just after a campaign left. */
const BURST_SECONDS = 20;

type Limit = { visitsPerSecond: number; trustedProxies: number };

/** Slows one network address down that asks for public pages and links too often. Whoever unsubscribes is not asked. */
export class VisitorGate {
  readonly #visitors: TokenBuckets<string>;
  readonly #trustedProxies: number;
  readonly #clock: Clock;

  constructor({ visitsPerSecond, trustedProxies }: Limit, clock: Clock) {
    this.#visitors = new TokenBuckets({
      perSecond: visitsPerSecond,
      burst: visitsPerSecond * BURST_SECONDS,
    });
    this.#trustedProxies = trustedProxies;
    this.#clock = clock;
  }

  /** The answer to a visit that comes too soon; null: go on. */
  refusal({ headers }: Pick<Request, "headers">): Response | null {
    const peer = headers.get(PEER_ADDRESS_HEADER);
    const address = clientAddress(peer, headers.get("x-forwarded-for"), this.#trustedProxies);
    const seconds = this.#visitors.take(address, 1, this.#clock.now().getTime());
    if (seconds === 0) return null;
    return new Response("Too many requests from your network. Try again in a moment.", {
      status: 429,
      headers: { "retry-after": String(seconds), "cache-control": "no-store", "content-type": "text/plain" },
    });
  }
}
