"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { httpStatusOf, refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import type { CampaignBody } from "@/server/domain/campaign";

/** What the server holds: the editor's changes are made on it. */
export type SavedMark = { id: number; version: number; edition: number | null };
export type SaveState =
  | { kind: "unsaved" }
  | { kind: "saved"; at: Date | null }
  | { kind: "saving" }
  | { kind: "invalid" }
  | { kind: "failed"; message: string }
  | { kind: "conflict"; message: string };

const PAUSE_MS = 700;
const RETRY_MS = [2_000, 5_000, 15_000, 30_000];
const CONFLICT = 409;

/**
 * Saves a campaign while it is edited: after a pause in typing, one save at a time, again by itself where no answer came.
 * The first valid state makes the draft. `flush` saves at once and answers whether the server now holds what is shown.
 */
export function useAutosave(
  form: UseFormReturn<CampaignBody>,
  { body, saved }: { body: CampaignBody; saved: SavedMark | null },
  onCreated: (id: number) => void,
) {
  const [mark, setMark] = useState(saved);
  const [state, setState] = useState<SaveState>(
    saved === null ? { kind: "unsaved" } : { kind: "saved", at: null },
  );
  const store = useStore();
  const held = useRef({ mark: saved, text: saved === null ? "" : JSON.stringify(body) });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const chain = useRef<Promise<boolean>>(Promise.resolve(true));
  const tries = useRef(0);
  const retry = useRef<() => void>(() => undefined);
  const created = useRef(onCreated);
  created.current = onCreated;

  const fail = useCallback(({ state: failed, isUnanswered }: Failed): false => {
    setState(failed);
    if (isUnanswered) retry.current();
    return false;
  }, []);
  const attempt = useCallback(async (): Promise<boolean> => {
    const checked = await validBody(form.getValues());
    if (!checked.ok) return fail(checked);
    const { mark: before, text: standing } = held.current;
    const text = JSON.stringify(checked.body);
    if (text === standing) {
      setState((old) => (old.kind === "saved" ? old : { kind: "saved", at: null }));
      return true;
    }
    setState({ kind: "saving" });
    const done = await stored(store, before, checked.body);
    if (!done.ok) return fail(done);
    held.current = { mark: done.next, text };
    tries.current = 0;
    setMark(done.next);
    setState({ kind: "saved", at: done.at });
    if (before === null) created.current(done.next.id);
    return true;
  }, [form, store, fail]);

  const queue = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    chain.current = chain.current.then(attempt);
    return chain.current;
  }, [attempt]);
  retry.current = () => {
    timer.current = setTimeout(() => void queue(), nextTry(tries));
  };

  useEffect(() => {
    const stop = form.subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer.current);
        timer.current = setTimeout(() => queue(), PAUSE_MS);
      },
    });
    return () => {
      stop();
      void queue();
    };
  }, [form, queue]);

  const adopt = useCallback(
    (next: SavedMark, newer: CampaignBody) => {
      clearTimeout(timer.current);
      held.current = { mark: next, text: JSON.stringify(newer) };
      setMark(next);
      form.reset(newer);
      setState({ kind: "saved", at: null });
    },
    [form],
  );
  return { mark, state, flush: queue, adopt };
}

function nextTry(tries: { current: number }): number {
  const wait = RETRY_MS[Math.min(tries.current, RETRY_MS.length - 1)] ?? 30_000;
  tries.current += 1;
  return wait;
}

type Store = ReturnType<typeof useStore>;
type Failed = { ok: false; state: SaveState; isUnanswered: boolean };
type Done = { ok: true; next: SavedMark; at: Date } | Failed;

/** What the form holds, as the server would take it. What judges it is loaded with the first change, or is not. */
async function validBody(values: CampaignBody): Promise<{ ok: true; body: CampaignBody } | Failed> {
  try {
    const { campaignBody } = await import("@/server/domain/campaign");
    const { success, data } = campaignBody.safeParse(values);
    return success
      ? { ok: true, body: data }
      : { ok: false, state: { kind: "invalid" }, isUnanswered: false };
  } catch (error) {
    return failedBy(error);
  }
}

/** One save, and what its failure means: refused for an older state, refused for another reason, or not answered. */
async function stored(store: Store, before: SavedMark | null, body: CampaignBody): Promise<Done> {
  try {
    return { ok: true, ...(await store(before, body)) };
  } catch (error) {
    return failedBy(error);
  }
}

function failedBy(error: unknown): Failed {
  const failure = error instanceof Error ? error : new Error(String(error));
  const status = httpStatusOf(failure);
  const kind = status === CONFLICT ? "conflict" : "failed";
  return { ok: false, state: { kind, message: refusalText(failure) }, isUnanswered: status === null };
}

/** Creates or saves, and lets go of what was read of the campaign before. */
function useStore() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { mutateAsync: create } = useMutation(trpc.campaign.create.mutationOptions());
  const { mutateAsync: save } = useMutation(trpc.campaign.save.mutationOptions());
  return useCallback(
    async (before: SavedMark | null, body: CampaignBody): Promise<{ next: SavedMark; at: Date }> => {
      if (before === null) {
        const { id, at } = await create(body);
        return { next: { id, version: 1, edition: null }, at };
      }
      const { id, version, edition } = before;
      const stored = await save({ id, expectedVersion: version, expectedEdition: edition, body });
      void queries.invalidateQueries(trpc.campaign.get.queryFilter({ id }));
      void queries.invalidateQueries(trpc.campaign.content.queryFilter({ id }));
      return { next: { id, version: stored.version, edition: stored.edition }, at: stored.at };
    },
    [create, save, queries, trpc],
  );
}
