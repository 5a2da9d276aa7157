import { cn } from "./cn";
import { wordDiff } from "./word-diff";

/** An edit against what it replaced: removed words struck out, added words underlined. */
export function Diff({ before, after, className }: { before: string; after: string; className?: string }) {
  return (
    <div className={cn("text-14 whitespace-pre-wrap [overflow-wrap:anywhere]", className)}>
      {withKeys(wordDiff(before, after)).map(({ key, kind, text }) => {
        if (kind === "removed") {
          return (
            <del key={key} className="rounded-xs bg-block-soft px-px text-block decoration-1">
              {text}
            </del>
          );
        }
        if (kind === "added") {
          return (
            <ins
              key={key}
              className="rounded-xs bg-pass-soft px-px text-pass decoration-pass-solid decoration-[1.5px] underline-offset-3"
            >
              {text}
            </ins>
          );
        }
        return <span key={key}>{text}</span>;
      })}
    </div>
  );
}

/** A part's key is the place where it begins. */
function withKeys(parts: ReturnType<typeof wordDiff>) {
  let at = 0;
  return parts.map((part) => {
    const key = `${at}-${part.kind}`;
    at += part.text.length;
    return { ...part, key };
  });
}
