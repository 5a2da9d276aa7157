"use client";
import { useState } from "react";
import type { CopyDraft } from "@/components/copy/copy-types";

/** Edits in progress, by message: leaving one for another does not lose it. One at most is open. */
export function useDrafts() {
  const [drafts, setDrafts] = useState<ReadonlyMap<number, CopyDraft>>(new Map());
  const [editing, setEditing] = useState<number | null>(null);
  const keep = (id: number, copy: CopyDraft) => setDrafts((old) => new Map(old).set(id, copy));
  return {
    /** the draft that is open for a message; null: it is not being edited */
    openFor: (id: number): CopyDraft | null => (editing === id ? (drafts.get(id) ?? null) : null),
    /** goes on with what was begun, else begins with `copy` */
    begin: (id: number, copy: CopyDraft) => {
      if (!drafts.has(id)) keep(id, copy);
      setEditing(id);
    },
    put: (id: number, copy: CopyDraft) => {
      keep(id, copy);
      setEditing(id);
    },
    leave: () => setEditing(null),
    forget: (id: number) => {
      setDrafts((old) => new Map([...old].filter(([one]) => one !== id)));
      setEditing(null);
    },
  };
}
