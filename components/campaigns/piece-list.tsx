"use client";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";
import { ACTION_WORDS } from "./campaign-words";
import type { Content, Piece } from "./use-writing";

type Props = { content: Content; chosen: string | null; onChoose: (key: string) => void };

/** Every piece by segment, with who wrote it and whether a check minds it. */
export function PieceList({ content, chosen, onChoose }: Props) {
  const segments = new Map<string, Piece[]>();
  for (const piece of content.pieces)
    segments.set(piece.segmentTitle, [...(segments.get(piece.segmentTitle) ?? []), piece]);
  return (
    <Card>
      <CardHeader title="Pieces" sub="One for each segment, action and variant." />
      <CardBody flush className="max-h-[640px] overflow-y-auto">
        {[...segments].map(([title, pieces]) => (
          <section key={title} aria-label={title} className="border-t first:border-t-0">
            <h3 className="bg-sunken px-4 py-1.5 text-12 font-medium text-ink-3">{title}</h3>
            <ul>
              {pieces.map((piece) => (
                <li key={piece.key}>
                  <PieceLine
                    piece={piece}
                    isChosen={piece.key === chosen}
                    onChoose={() => onChoose(piece.key)}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </CardBody>
    </Card>
  );
}

function PieceLine({ piece, isChosen, onChoose }: { piece: Piece; isChosen: boolean; onChoose: () => void }) {
  const { tone, word } = pieceStatus(piece);
  return (
    <button
      type="button"
      aria-current={isChosen ? "true" : undefined}
      onClick={onChoose}
      className={cn(
        "grid w-full grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-3 px-4 py-2 text-left hover:bg-fill/55 focus-visible:-outline-offset-2",
        isChosen && "bg-accent-soft",
      )}
    >
      <span className="truncate font-medium">{pieceTitle(piece)}</span>
      <Status tone={tone} className="text-12">
        {word}
      </Status>
      <span className="col-span-2 truncate text-12 text-ink-3">
        {piece.creative?.subject ?? piece.kept?.subject ?? "Not written yet"}
      </span>
    </button>
  );
}

/** Action, offer, variant and, where it is not the only one, language. */
export const pieceTitle = ({ action, offerTitle, variant, language }: Piece): string =>
  `${offerTitle ?? ACTION_WORDS[action].title}, variant ${variant.toUpperCase()}, ${language}`;

export function pieceStatus({ creative, kept }: Piece): { tone: Tone | "draft"; word: string } {
  if (creative === null) return { tone: "draft", word: kept === null ? "To write" : "To lay out anew" };
  if (creative.findings.some(({ finding }) => finding.level === "block"))
    return { tone: "block", word: "Blocked" };
  if (creative.findings.length + creative.problems.length > 0) return { tone: "hold", word: "Doubted" };
  if (creative.approved) return { tone: "pass", word: "Approved" };
  return creative.writtenBy === "model"
    ? { tone: "hold", word: "By a model, waits" }
    : { tone: "pass", word: `By ${creative.author ?? "rules"}` };
}
