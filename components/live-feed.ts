import type { TRPCClient } from "@trpc/client";
import type { AppRouter } from "@/server/api/root";
import type { LiveTopic } from "@/server/domain/live-topic";

type Feed = Pick<TRPCClient<AppRouter>["live"]["changes"], "subscribe">;
type Listener = {
  onChange: (topics: readonly LiveTopic[]) => void;
  /** the line has been lost for some seconds, or is back */
  onAway: (isAway: boolean) => void;
  onError: (error: Error) => void;
};

/** A tab that is not looked at gives its line back, and catches up when it is. */
const HIDDEN_MS = 20_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;
const AWAY_MS = 8_000;

/**
 * Follows what changes while the tab is looked at, and goes on behind the last id it saw: after a lost line, after the
 * server restarted, and after the tab was hidden. A browser opens only a few lines to one server, so each tab has one.
 */
export class LiveFeed {
  readonly #feed: Feed;
  readonly #on: Listener;
  #lastEventId: string | null;
  #subscription: { unsubscribe(): void } | null = null;
  #retryMs = FIRST_RETRY_MS;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #hide: ReturnType<typeof setTimeout> | undefined;
  #away: ReturnType<typeof setTimeout> | undefined;

  /** `position`: where the feed was when the page was drawn; null: unknown */
  constructor(feed: Feed, position: string | null, on: Listener) {
    this.#feed = feed;
    this.#lastEventId = position;
    this.#on = on;
  }

  open(): void {
    clearTimeout(this.#hide);
    clearTimeout(this.#retry);
    if (this.#subscription !== null) return;
    this.#subscription = this.#feed.subscribe(
      { lastEventId: this.#lastEventId },
      {
        onData: ({ id, data }) => {
          this.#lastEventId = id;
          this.#retryMs = FIRST_RETRY_MS;
          this.#setLost(false);
          this.#on.onChange(data.topics);
        },
        onConnectionStateChange: ({ state }) => this.#setLost(state === "connecting"),
        onError: (error) => {
          this.#on.onError(error);
          this.#tryAgain();
        },
        // the server said goodbye, and not we
        onComplete: () => this.#subscription !== null && this.#tryAgain(),
      },
    );
  }

  /** The tab is not looked at: the line is closed if it stays so. */
  hide(): void {
    clearTimeout(this.#hide);
    this.#hide = setTimeout(() => this.close(), HIDDEN_MS);
  }

  close(): void {
    for (const timer of [this.#hide, this.#retry, this.#away]) clearTimeout(timer);
    const open = this.#subscription;
    this.#subscription = null;
    open?.unsubscribe();
  }

  #tryAgain(): void {
    this.#subscription = null;
    this.#setLost(true);
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.open(), this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
  }

  #setLost(isLost: boolean): void {
    if (!isLost) {
      clearTimeout(this.#away);
      this.#away = undefined;
      this.#on.onAway(false);
      return;
    }
    this.#away ??= setTimeout(() => this.#on.onAway(true), AWAY_MS);
  }
}
