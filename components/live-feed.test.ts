import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { calmly } from "./calmly";
import { LiveFeed } from "./live-feed";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

type Handlers = Parameters<ConstructorParameters<typeof LiveFeed>[0]["subscribe"]>[1];

/** A feed whose lines the test holds in its hand. */
function world() {
  const lines: { from: unknown; on: Partial<Handlers>; isOpen: boolean }[] = [];
  const heard: string[] = [];
  const away: boolean[] = [];
  const feed = new LiveFeed(
    {
      subscribe(input, on) {
        const line = { from: (input as { lastEventId: unknown }).lastEventId, on, isOpen: true };
        lines.push(line);
        return {
          unsubscribe() {
            line.isOpen = false;
          },
        };
      },
    },
    null,
    {
      onChange: (topics) => heard.push(...topics),
      onAway: (isAway) => away.push(isAway),
      onError: () => undefined,
    },
  );
  const tell = (id: string, topic: "review" | "import") =>
    lines.at(-1)?.on.onData?.({ id, data: { id, topics: [topic] } });
  const end = () => lines.at(-1)?.on.onComplete?.();
  const fail = () => lines.at(-1)?.on.onError?.(new Error("gone") as never);
  return { feed, lines, heard, away, tell, fail, end };
}

describe("the line to the server", () => {
  test("goes on behind the last id after it broke, ever more slowly while nobody answers", () => {
    const { feed, lines, tell, fail, heard } = world();
    feed.open();
    tell("e.1", "review");
    fail();
    vi.advanceTimersByTime(1_000);
    expect(lines.map(({ from }) => from)).toEqual([null, "e.1"]);
    fail();
    vi.advanceTimersByTime(1_999);
    expect(lines).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(lines).toHaveLength(3);
    tell("e.2", "import");
    expect(heard).toEqual(["review", "import"]);
  });

  test("is opened again after the server closed it, and stays closed after we did", () => {
    const { feed, lines, tell, end } = world();
    feed.open();
    tell("e.3", "review");
    end();
    vi.advanceTimersByTime(1_000);
    expect(lines.map(({ from }) => from)).toEqual([null, "e.3"]);
    feed.close();
    end();
    vi.advanceTimersByTime(600_000);
    expect(lines).toHaveLength(2);
  });

  test("is given back by a tab that stays hidden, and taken up where it was", () => {
    const { feed, lines, tell } = world();
    feed.open();
    tell("e.7", "review");
    feed.hide();
    vi.advanceTimersByTime(5_000);
    feed.open();
    vi.advanceTimersByTime(60_000);
    expect(lines.map(({ isOpen }) => isOpen)).toEqual([true]);
    feed.hide();
    vi.advanceTimersByTime(60_000);
    expect(lines.map(({ isOpen }) => isOpen)).toEqual([false]);
    feed.open();
    expect(lines.at(-1)).toMatchObject({ from: "e.7", isOpen: true });
  });

  test("is called lost after some seconds, not for a hiccup, and found again with the first word", () => {
    const { feed, away, fail, tell } = world();
    feed.open();
    fail();
    vi.advanceTimersByTime(7_000);
    expect(away).not.toContain(true);
    vi.advanceTimersByTime(2_000);
    expect(away.at(-1)).toBe(true);
    tell("e.1", "review");
    expect(away.at(-1)).toBe(false);
    feed.close();
    vi.advanceTimersByTime(600_000);
    expect(away.at(-1)).toBe(false);
  });
});

test("what is done calmly is done at once, then at most every so often, and never left out at the end", () => {
  let done = 0;
  const calm = calmly(() => done++, 2_000);
  calm.call();
  vi.advanceTimersByTime(0);
  expect(done).toBe(1);
  for (let i = 0; i < 10; i++) {
    calm.call();
    vi.advanceTimersByTime(100);
  }
  expect(done).toBe(1);
  vi.advanceTimersByTime(1_000);
  expect(done).toBe(2);
  vi.advanceTimersByTime(60_000);
  expect(done).toBe(2);
});
