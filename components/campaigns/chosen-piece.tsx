"use client";
import { PenLine } from "lucide-react";
import dynamic from "next/dynamic";
import type { CopyDraft } from "@/components/copy/copy-types";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { CardSkeleton } from "@/components/ui/page-skeleton";
import { PiecePreview } from "./piece-preview";
import { usePreviewCustomer } from "./use-preview-customer";
import type { Content, Piece, useWriting } from "./use-writing";

const PieceEdit = dynamic(() => import("./piece-edit").then((part) => part.PieceEdit), {
  loading: () => <CardSkeleton lines={12} />,
});

/** Edits that are open, by the key of their piece. */
export type Drafts = Readonly<Record<string, CopyDraft | undefined>>;
export type DraftsState = [Drafts, (drafts: Drafts) => void];

const BLANK: CopyDraft = { subject: "", preheader: "", heading: "", paragraphs: [""], callToAction: "" };

type Props = {
  id: number;
  piece: Piece | undefined;
  content: Content;
  writing: ReturnType<typeof useWriting>;
  drafts: DraftsState;
};

/** One piece: being edited, as it reads, or still to be written. */
export function ChosenPiece({ id, piece, content, writing, drafts: [drafts, setDrafts] }: Props) {
  const shownTo = usePreviewCustomer(id);
  if (piece === undefined) return null;
  const { key, creative, kept } = piece;
  const before = creative?.copy ?? kept ?? BLANK;
  const draft = drafts[key];
  const setDraft = (words: CopyDraft | undefined) => setDrafts({ ...drafts, [key]: words });
  const onEdit = () => setDraft(before);
  if (draft !== undefined)
    return (
      <PieceEdit
        id={id}
        piece={piece}
        alike={content.pieces.filter((other) => isAlike(other, piece)).length}
        customer={shownTo.customer}
        before={before}
        draft={draft}
        onDraft={setDraft}
        onClose={() => setDraft(undefined)}
      />
    );
  if (creative !== null)
    return (
      <PiecePreview
        piece={piece}
        creative={creative}
        writer={content.writer}
        writing={writing}
        shownTo={shownTo}
        onEdit={onEdit}
      />
    );
  return (
    <Card>
      <Empty
        title={kept === null ? "Nothing to read yet" : "The words are kept"}
        icon={<PenLine aria-hidden />}
        action={
          <Button onClick={onEdit}>
            <PenLine aria-hidden /> {kept === null ? "Write it yourself" : "Edit the words"}
          </Button>
        }
      >
        {kept === null
          ? "Have it written, or write it yourself. It is then shown here as a customer would get it."
          : `“${kept.subject}” was written under an earlier brief. It is laid out anew when what is missing is written.`}
      </Empty>
    </Card>
  );
}

const isAlike = (a: Piece, b: Piece): boolean =>
  a.action === b.action && a.offerId === b.offerId && a.variant === b.variant && a.language === b.language;
