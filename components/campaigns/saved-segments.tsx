"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { BookmarkPlus, ChevronDown, Shapes } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { showToast } from "@/components/ui/toast";
import type { Audience } from "@/server/domain/audience";
import { ruleCount } from "@/server/domain/audience-fields";

const NameDialog = dynamic(() => import("@/components/ui/name-dialog").then((part) => part.NameDialog), {
  ssr: false,
});

type StartProps = { audience: Audience; onChange: (audience: Audience) => void };
/** `isFinished`: no rule is half made */
type Props = StartProps & { isFinished: boolean };

/** Takes the rules of a saved segment over, and keeps those that are built as one. */
export function SavedSegments({ audience, isFinished, onChange }: Props) {
  const [isNaming, setIsNaming] = useState(false);
  const canSave = ruleCount(audience) > 0 && isFinished;
  return (
    <>
      <StartFrom audience={audience} onChange={onChange} />
      <Button size="sm" disabled={!canSave} onClick={() => setIsNaming(true)}>
        <BookmarkPlus aria-hidden /> Save as a segment
      </Button>
      {isNaming && <SaveAs audience={audience} onClose={() => setIsNaming(false)} />}
    </>
  );
}

function StartFrom({ audience, onChange }: StartProps) {
  const trpc = useTRPC();
  const { data: segments = [] } = useQuery(trpc.segment.listSaved.queryOptions({}));
  const take = (name: string, rules: Audience) => {
    onChange(rules);
    showToast(`The rules of “${name}” are copied here. Changes to the segment do not follow.`, {
      action: { label: "Undo", onAct: () => onChange(audience) },
    });
  };
  const entries: MenuEntry[] =
    segments.length === 0
      ? [{ kind: "note", text: "No segment is saved yet. Build rules, then save them as one." }]
      : [
          { kind: "note", text: "Its rules are copied in place of those below." },
          ...segments.map(
            ({ id, name, audience: rules }): MenuEntry => ({
              kind: "action",
              key: String(id),
              label: name,
              run: () => take(name, rules),
            }),
          ),
        ];
  return (
    <Menu
      label="Saved segments"
      className="max-h-[60vh] max-w-72 overflow-y-auto"
      button={(props) => (
        <Button {...props} size="sm">
          <Shapes aria-hidden /> Start from a segment <ChevronDown aria-hidden />
        </Button>
      )}
      entries={entries}
    />
  );
}

function SaveAs({ audience, onClose }: { audience: Audience; onClose: () => void }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const save = useMutation(
    trpc.segment.save.mutationOptions({
      onSuccess: (_out, { name }) => {
        void queries.invalidateQueries(trpc.segment.listSaved.pathFilter());
        onClose();
        showToast(`“${name.trim()}” is saved for the team`);
      },
    }),
  );
  return (
    <NameDialog
      title="Save as a segment"
      description="Keeps these rules for the team. A campaign that starts from it takes a copy."
      confirmLabel="Save segment"
      pending={save.isPending}
      error={save.error === null ? undefined : refusalText(save.error)}
      onConfirm={(name) => save.mutate({ name, audience })}
      onClose={onClose}
    />
  );
}
