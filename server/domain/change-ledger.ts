import { isLiveTopic, LIVE_TOPICS, type LiveTopic } from "./live-topic";

const ALL = Object.keys(LIVE_TOPICS).filter(isLiveTopic);

/**
 * What has changed since when. A position is `epoch.number`; within an epoch nothing goes unnoticed, so a position of it
 * tells exactly what a reader has missed. One of another epoch tells nothing: everything may have changed.
 */
export class ChangeLedger {
  #epoch: string;
  #count = 0;
  readonly #last = new Map<LiveTopic, number>();

  constructor(epoch: string) {
    this.#epoch = epoch;
  }

  note(topic: LiveTopic): void {
    this.#last.set(topic, ++this.#count);
  }

  /** After a gap in which changes went unheard. */
  restart(epoch: string): void {
    this.#epoch = epoch;
    this.#count = 0;
    this.#last.clear();
  }

  position(): string {
    return `${this.#epoch}.${this.#count}`;
  }

  /** The topics that may have changed since a position; null: the reader has seen nothing yet. */
  since(position: string | null): readonly LiveTopic[] {
    const [epoch, count] = position?.split(".") ?? [];
    const seen = Number(count);
    if (epoch !== this.#epoch || !Number.isInteger(seen)) return ALL;
    return ALL.filter((topic) => (this.#last.get(topic) ?? 0) > seen);
  }
}
