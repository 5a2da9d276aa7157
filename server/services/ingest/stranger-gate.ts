import { clientAddress } from "@/server/domain/client-address";
import type { Clock } from "@/server/domain/clock";
import { TokenBuckets } from "@/server/domain/token-buckets";
import { PEER_ADDRESS_HEADER } from "@/server/peer-address";

/** A source with a wrong key repeats itself; a page with its key in the body is used by some people of one network at once. */
const LIMIT = { perSecond: 5, burst: 100 };

/** Slows an address down that calls without a key in force. A call counts until its key is known to be one. */
export class StrangerGate {
  readonly #strangers = new TokenBuckets<string>(LIMIT);
  readonly #trustedProxies: number;
  readonly #clock: Clock;

  constructor(clock: Clock, trustedProxies: number) {
    this.#clock = clock;
    this.#trustedProxies = trustedProxies;
  }

  /** Counts a call whose key is not known yet. 0: go on; else the seconds after which to try again. */
  secondsToWait(headers: Headers): number {
    return this.#strangers.take(this.#addressOf(headers), 1, this.#nowMs());
  }

  /** The call turned out to carry a key in force: it does not count. */
  forgive(headers: Headers): void {
    this.#strangers.giveBack(this.#addressOf(headers), 1, this.#nowMs());
  }

  #nowMs = (): number => this.#clock.now().getTime();

  #addressOf(headers: Headers): string {
    const peer = headers.get(PEER_ADDRESS_HEADER);
    return clientAddress(peer, headers.get("x-forwarded-for"), this.#trustedProxies);
  }
}
