"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Answer } from "@/components/api-types";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";

export type Content = Answer["campaign"]["content"];
export type Piece = Content["pieces"][number];

/** How long the editor looks for new words; the writing goes on after that. */
const PATIENCE_MS = 120_000;

type Wish = { key: string | null; before: string };

/** Asks for words and looks for them until they are there. */
export function useWriting(id: number, flush: () => Promise<boolean>) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [wish, setWish] = useState<Wish | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { data } = useQuery({ ...trpc.campaign.content.queryOptions({ id }), enabled: false });
  const ask = useMutation(
    trpc.campaign.requestContent.mutationOptions({ onError: (error) => fail(refusalText(error)) }),
  );
  const fail = (text: string) => {
    setWish(null);
    setProblem(text);
  };

  const isDone = wish !== null && data !== undefined && isFulfilled(wish, data);
  useEffect(() => {
    if (!isDone) return;
    setWish(null);
    void queries.invalidateQueries(trpc.campaign.previewPiece.pathFilter());
  }, [isDone, queries, trpc]);
  useEffect(() => {
    if (wish === null) return;
    const timer = setTimeout(() => {
      setWish(null);
      setProblem("The writer is not done yet. It goes on; look again in a moment.");
    }, PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [wish]);

  return {
    isUnderWay: wish !== null,
    problem,
    request: async (key: string | null) => {
      setProblem(null);
      setWish({ key, before: wordsOf(data, key) });
      if (await flush()) ask.mutate({ id, key });
      else fail("The campaign could not be saved, so nothing is written.");
    },
  };
}

const isFulfilled = ({ key, before }: Wish, content: Content): boolean =>
  key === null ? content.pieces.every(({ creative }) => creative !== null) : wordsOf(content, key) !== before;

const wordsOf = (content: Content | undefined, key: string | null): string =>
  JSON.stringify(content?.pieces.find((piece) => piece.key === key)?.creative?.id ?? null);
