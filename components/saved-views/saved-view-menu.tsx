"use client";
import { Bookmark, ChevronDown } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { showToast } from "@/components/ui/toast";
import type { ListName } from "@/server/domain/saved-view";
import { type SavedViews, useSavedViews, type View, type Views } from "./use-saved-views";

const NameView = dynamic(() => import("./name-view").then((part) => part.NameView), { ssr: false });
const RemoveView = dynamic(() => import("./remove-view").then((part) => part.RemoveView), { ssr: false });

type Props = {
  list: ListName;
  /** What the page brought along. */
  first: Views;
  /** What the list is without a view: “All customers”. */
  allWords: string;
  mayShare: boolean;
};

type Asking = "name" | "rename" | "remove" | null;

/** The saved views of a list: open one, keep how the list stands now, share it with the team. */
export function SavedViewMenu({ list, first, allWords, mayShare }: Props) {
  const views = useSavedViews(list, first);
  const [asking, setAsking] = useState<Asking>(null);
  const { open, isChanged } = views;
  const mine = views.views.filter((view) => view.mine);
  const ofTheTeam = views.views.filter((view) => !view.mine);
  return (
    <>
      <Menu
        label="Views"
        className="max-h-[70vh] max-w-80 overflow-y-auto"
        button={(props) => (
          <Button {...props} className="max-w-56">
            <Bookmark aria-hidden />
            <span className="truncate">{open?.name ?? "Views"}</span>
            {isChanged && <span className="text-ink-3">changed</span>}
            <ChevronDown aria-hidden />
          </Button>
        )}
        entries={[
          {
            kind: "choice",
            key: "all",
            label: allWords,
            isChosen: open === null,
            choose: () => views.goTo({}, "all"),
          },
          ...namedViews("Mine", mine, views),
          ...namedViews("Of the team", ofTheTeam, views),
          { kind: "line" },
          ...(open?.mine && isChanged ? [saveChanges(open, views)] : []),
          { kind: "action", key: "new", label: "Save as a new view…", run: () => setAsking("name") },
          ...(open === null ? [] : actionsOn(open, { views, mayShare, list, ask: setAsking })),
        ]}
      />
      {(asking === "name" || asking === "rename") && (
        <NameView
          onClose={() => setAsking(null)}
          views={views}
          list={list}
          renamed={asking === "rename" ? open : null}
        />
      )}
      {asking === "remove" && open !== null && (
        <RemoveView onClose={() => setAsking(null)} views={views} view={open} />
      )}
    </>
  );
}

function namedViews(
  title: string,
  list: readonly View[],
  { goTo, open, opensWith }: SavedViews,
): MenuEntry[] {
  if (list.length === 0) return [];
  return [
    { kind: "heading", text: title },
    ...list.map(
      (view): MenuEntry => ({
        kind: "choice",
        key: String(view.id),
        isChosen: open?.id === view.id,
        choose: () => goTo(view.query, String(view.id)),
        label: (
          <span className="min-w-0">
            <span className="block truncate">{view.name}</span>
            <span className="block truncate text-11 text-ink-3">{wordsOn(view, opensWith)}</span>
          </span>
        ),
      }),
    ),
  ];
}

const wordsOn = ({ id, mine, shared, ownerName }: View, opensWith: number | null): string =>
  [
    id === opensWith ? "the list opens with it" : null,
    mine ? (shared ? "shared with the team" : null) : `by ${ownerName ?? "somebody who left"}`,
  ]
    .filter((words) => words !== null)
    .join(" · ");

const saveChanges = (view: View, { change, now }: SavedViews): MenuEntry => ({
  kind: "action",
  key: "save",
  label: `Save changes to “${view.name}”`,
  run: () =>
    change.mutate(
      { id: view.id, query: now },
      { onSuccess: () => showToast(`“${view.name}” now shows the list as it stands`) },
    ),
});

type ActionsFor = { views: SavedViews; mayShare: boolean; list: ListName; ask: (what: Asking) => void };

function actionsOn(view: View, { views, mayShare, list, ask }: ActionsFor): MenuEntry[] {
  const isDefault = views.opensWith === view.id;
  const opensWith: MenuEntry = {
    kind: "action",
    key: "default",
    label: isDefault ? "Open the list without a view" : "Open the list with this view",
    run: () => views.setDefault.mutate({ list, id: isDefault ? null : view.id }),
  };
  const share: MenuEntry = {
    kind: "action",
    key: "share",
    label: view.shared ? "Keep it to myself" : "Share it with the team",
    run: () => views.share.mutate({ id: view.id, shared: !view.shared }),
  };
  if (!view.mine) return [opensWith];
  return [
    opensWith,
    ...(mayShare ? [share] : []),
    { kind: "action", key: "rename", label: "Rename…", run: () => ask("rename") },
    { kind: "action", key: "remove", label: "Delete…", danger: true, run: () => ask("remove") },
  ];
}
