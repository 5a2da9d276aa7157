"use client";
import { Bookmark, ChevronDown } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { showToast } from "@/components/ui/toast";
import type { ListName } from "@/server/domain/saved-view";
import { NameDialog } from "./name-dialog";
import { RemoveDialog } from "./remove-dialog";
import { type SavedViews, useSavedViews, type View, type Views } from "./use-saved-views";

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
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button className="max-w-56">
            <Bookmark aria-hidden />
            <span className="truncate">{open?.name ?? "Views"}</span>
            {isChanged && <span className="text-ink-3">changed</span>}
            <ChevronDown aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent className="max-h-[70vh] max-w-80 overflow-y-auto">
          <DropdownMenuRadioGroup
            value={open === null ? "all" : String(open.id)}
            onValueChange={(value) => {
              const view = views.views.find(({ id }) => String(id) === value);
              views.goTo(view?.query ?? {}, value);
            }}
          >
            <DropdownMenuRadioItem value="all">{allWords}</DropdownMenuRadioItem>
            <ViewItems
              title="Mine"
              views={views.views.filter(({ mine }) => mine)}
              opensWith={views.opensWith}
            />
            <ViewItems
              title="Of the team"
              views={views.views.filter(({ mine }) => !mine)}
              opensWith={views.opensWith}
            />
          </DropdownMenuRadioGroup>
          <DropdownMenuSeparator />
          {open?.mine && isChanged && (
            <DropdownMenuItem
              onSelect={() =>
                views.change.mutate(
                  { id: open.id, query: views.now },
                  { onSuccess: () => showToast(`“${open.name}” now shows the list as it stands`) },
                )
              }
            >
              Save changes to “{open.name}”
            </DropdownMenuItem>
          )}
          <DropdownMenuItem onSelect={() => setAsking("name")}>Save as a new view…</DropdownMenuItem>
          {open !== null && (
            <ViewActions views={views} view={open} mayShare={mayShare} ask={setAsking} list={list} />
          )}
        </DropdownMenuContent>
      </DropdownMenu>
      <NameDialog
        open={asking === "name" || asking === "rename"}
        onClose={() => setAsking(null)}
        views={views}
        list={list}
        renamed={asking === "rename" ? open : null}
      />
      <RemoveDialog open={asking === "remove"} onClose={() => setAsking(null)} views={views} view={open} />
    </>
  );
}

type ItemsProps = { title: string; views: readonly View[]; opensWith: number | null };

function ViewItems({ title, views, opensWith }: ItemsProps) {
  if (views.length === 0) return null;
  return (
    <>
      <DropdownMenuLabel>{title}</DropdownMenuLabel>
      {views.map(({ id, name, shared, mine, ownerName }) => (
        <DropdownMenuRadioItem key={id} value={String(id)}>
          <span className="min-w-0">
            <span className="block truncate">{name}</span>
            <span className="block truncate text-11 text-ink-3">
              {[
                id === opensWith ? "the list opens with it" : null,
                mine ? (shared ? "shared with the team" : null) : `by ${ownerName ?? "somebody who left"}`,
              ]
                .filter((words) => words !== null)
                .join(" · ")}
            </span>
          </span>
        </DropdownMenuRadioItem>
      ))}
    </>
  );
}

type ActionProps = {
  views: SavedViews;
  view: View;
  mayShare: boolean;
  ask: (what: Asking) => void;
  list: ListName;
};

function ViewActions({ views, view, mayShare, ask, list }: ActionProps) {
  const isDefault = views.opensWith === view.id;
  return (
    <>
      <DropdownMenuItem onSelect={() => views.setDefault.mutate({ list, id: isDefault ? null : view.id })}>
        {isDefault ? "Open the list without a view" : "Open the list with this view"}
      </DropdownMenuItem>
      {view.mine && (
        <>
          {mayShare && (
            <DropdownMenuItem onSelect={() => views.share.mutate({ id: view.id, shared: !view.shared })}>
              {view.shared ? "Keep it to myself" : "Share it with the team"}
            </DropdownMenuItem>
          )}
          <DropdownMenuItem onSelect={() => ask("rename")}>Rename…</DropdownMenuItem>
          <DropdownMenuItem danger onSelect={() => ask("remove")}>
            Delete…
          </DropdownMenuItem>
        </>
      )}
    </>
  );
}
