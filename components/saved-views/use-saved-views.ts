"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Answer } from "@/components/api-types";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { showToast } from "@/components/ui/toast";
import { useUrlParams } from "@/components/ui/use-url-params";
import { type ListName, sameView, type ViewQuery, viewQueryOf } from "@/server/domain/saved-view";

export type Views = Answer["savedView"]["list"];
export type View = Views["views"][number];

/** The views of a list, which of them is open, and what can be done with them. */
export function useSavedViews(list: ListName, first: Views) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { params, set } = useUrlParams();
  const { data = first } = useQuery(trpc.savedView.list.queryOptions({ list }, { initialData: first }));
  const changed = {
    onSuccess: () => queries.invalidateQueries(trpc.savedView.pathFilter()),
    onError: (error: { message: string }) => showToast(refusalText(error), { tone: "block" }),
  };
  const create = useMutation(trpc.savedView.create.mutationOptions({ onSuccess: changed.onSuccess }));
  const change = useMutation(trpc.savedView.change.mutationOptions(changed));
  const share = useMutation(trpc.savedView.share.mutationOptions(changed));
  const remove = useMutation(trpc.savedView.remove.mutationOptions(changed));
  const setDefault = useMutation(trpc.savedView.setDefault.mutationOptions(changed));

  const now = viewQueryOf(params.entries());
  const open = data.views.find(({ id }) => String(id) === params.get("view")) ?? null;
  /** Leaves nothing of the address as it was. */
  const goTo = (query: ViewQuery, view: string) =>
    set({ ...Object.fromEntries([...params.keys()].map((name) => [name, null])), ...query, view });
  return {
    ...data,
    now,
    open,
    isChanged: open !== null && !sameView(open.query, now),
    goTo,
    create,
    change,
    share,
    remove,
    setDefault,
  };
}

export type SavedViews = ReturnType<typeof useSavedViews>;
