"use client";
import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { isLiveTopic, type LiveTopic } from "@/server/domain/live-topic";
import { calmly } from "./calmly";
import { LiveFeed } from "./live-feed";
import { signInAgain, useTRPC, useTRPCClient } from "./trpc";

type Listener = (topics: readonly LiveTopic[]) => void;
const LiveContext = createContext<{ listeners: Set<Listener>; isAway: boolean }>({
  listeners: new Set(),
  isAway: false,
});

/** Answers are asked for anew at most this often, however fast things change. */
const CALM_MS = 2_000;

/** The routers whose answers a topic makes old. */
const ROUTERS = {
  review: ["review", "notice"],
  campaign: ["campaign", "run", "notice"],
  outbox: ["outbox", "inbox", "notice"],
  outcome: ["figures"],
  import: ["import", "notice"],
} as const satisfies Record<LiveTopic, readonly string[]>;

/** Around the console, drawn when the feed was at `position`: one line to the server tells what changed, and answers in view are asked for anew. */
export function LiveProvider({ position, children }: { position: string | null; children: ReactNode }) {
  const client = useTRPCClient();
  const refetch = useRefetch();
  const [listeners] = useState(() => new Set<Listener>([refetch]));
  const [isAway, setAway] = useState(false);
  const [begin] = useState(position);
  useEffect(() => {
    const feed = new LiveFeed(client.live.changes, begin, {
      onChange: (topics) => {
        for (const listener of listeners) listener(topics);
      },
      onAway: setAway,
      onError: signInAgain,
    });
    const follow = () => (document.hidden ? feed.hide() : feed.open());
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      feed.close();
    };
  }, [client, listeners, begin]);
  return <LiveContext value={{ listeners, isAway }}>{children}</LiveContext>;
}

/** Calls back when one of the topics may have changed, at most every `calmMs`. */
export function useLive(topics: readonly LiveTopic[], onChange: () => void, calmMs = CALM_MS): void {
  const { listeners } = useContext(LiveContext);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  const key = topics.join(" ");
  useEffect(() => {
    const wanted = new Set(key.split(" ").filter(isLiveTopic));
    const calm = calmly(() => latest.current(), calmMs);
    const listener: Listener = (changed) => {
      if (changed.some((topic) => wanted.has(topic))) calm.call();
    };
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      calm.stop();
    };
  }, [listeners, key, calmMs]);
}

/** Whether the line to the server has been lost for some seconds: what is shown may be old. */
export const useIsAway = (): boolean => useContext(LiveContext).isAway;

function useRefetch(): Listener {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [pending] = useState(() => new Set<LiveTopic>());
  const [calm] = useState(() =>
    calmly(() => {
      const routers = new Set([...pending].flatMap((topic) => ROUTERS[topic]));
      pending.clear();
      for (const router of routers) void queries.invalidateQueries(trpc[router].pathFilter());
    }, CALM_MS),
  );
  return (topics) => {
    for (const topic of topics) pending.add(topic);
    calm.call();
  };
}
