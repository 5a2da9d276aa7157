"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { useCompany } from "@/components/company";
import { checkTold } from "@/components/copy/check-told";
import { sameCopy } from "@/components/copy/copy-changes";
import { CopyEditor } from "@/components/copy/copy-editor";
import type { CopyDraft } from "@/components/copy/copy-types";
import { useLiveCheck } from "@/components/copy/use-live-check";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import type { MarkedSpan } from "@/components/ui/mark-spans";
import { RenderedMail } from "@/components/ui/rendered-mail";
import { showToast } from "@/components/ui/toast";
import type { PickedCustomer } from "./customer-pick";
import { pieceTitle } from "./piece-list";
import type { Piece } from "./use-writing";

const NO_SPANS: readonly MarkedSpan[] = [];

type Props = {
  id: number;
  piece: Piece;
  /** pieces that differ from this one by their segment alone, this one included */
  alike: number;
  /** whom the preview is for */
  customer: PickedCustomer | null;
  /** the words that stand */
  before: CopyDraft;
  draft: CopyDraft;
  onDraft: (copy: CopyDraft) => void;
  onClose: () => void;
};

/** A person's own words for a piece: the same fields and the same checks as for an edit in review. */
export function PieceEdit({ id, piece, alike, customer, before, draft, onDraft, onClose }: Props) {
  const { currency } = useCompany();
  const [everySegment, setEverySegment] = useState(false);
  const isChanged = !sameCopy(before, draft);
  const check = useLiveCheck(useCheck(id, piece.key, customer), draft, isChanged || everySegment);
  const { save, isPending, problem } = useSave({ id, piece, onClose });
  const maySave = (isChanged || everySegment) && check.current?.canSave === true;
  return (
    <Card>
      <CardHeader title={pieceTitle(piece)} sub={piece.segmentTitle} />
      <CardBody className="grid gap-4">
        <CopyEditor
          before={before}
          draft={draft}
          check={check}
          currency={currency}
          onDraft={onDraft}
          preview={(mail) => <RenderedMail mail={mail} to={customer?.name ?? "somebody"} spans={NO_SPANS} />}
        />
        {alike > 1 && (
          <Checkbox
            label={`Use these words in all ${alike} segments`}
            help="For the same action, variant and language."
            checked={everySegment}
            onCheckedChange={(on) => setEverySegment(on === true)}
          />
        )}
        {problem !== null && (
          <Callout tone="block" role="alert">
            {problem}
          </Callout>
        )}
        <div className="flex flex-wrap items-center gap-2">
          <Button
            variant="primary"
            disabled={!maySave}
            pending={isPending}
            onClick={() => save(draft, everySegment)}
          >
            Save these words
          </Button>
          <Button variant="ghost" onClick={onClose}>
            {isChanged ? "Discard" : "Close"}
          </Button>
          <span aria-live="polite" className="text-12 text-ink-3">
            {isChanged || everySegment ? checkTold(check.current) : "Nothing is changed yet"}
          </span>
        </div>
      </CardBody>
      <CardFooter>
        Used from the next run on, marked as written by you. They stay when the brief changes, as long as no
        rule minds them.
      </CardFooter>
    </Card>
  );
}

function useCheck(id: number, key: string, customer: PickedCustomer | null) {
  const { mutateAsync } = useMutation(useTRPC().campaign.checkPiece.mutationOptions());
  const customerId = customer?.id ?? null;
  return useCallback(
    (copy: CopyDraft) => mutateAsync({ id, key, copy, customerId }),
    [mutateAsync, id, key, customerId],
  );
}

function useSave({ id, piece, onClose }: Pick<Props, "id" | "piece" | "onClose">) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const write = useMutation(
    trpc.campaign.writePiece.mutationOptions({
      onSuccess: async ({ pieces }) => {
        await queries.invalidateQueries(trpc.campaign.content.queryFilter({ id }));
        void queries.invalidateQueries(trpc.campaign.get.queryFilter({ id }));
        showToast(pieces === 1 ? "Your words are saved" : `Your words are saved for ${pieces} segments`);
        onClose();
      },
    }),
  );
  const expectedCreativeId = piece.creative?.id ?? null;
  return {
    save: (copy: CopyDraft, everySegment: boolean) =>
      write.mutate({ id, key: piece.key, expectedCreativeId, copy, everySegment }),
    isPending: write.isPending,
    problem: write.error === null ? null : refusalText(write.error),
  };
}
