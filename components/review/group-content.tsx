import { useState } from "react";
import type { Answer } from "@/components/api-types";
import { reasonWords } from "@/components/reason-words";
import { DescriptionList } from "@/components/ui/description-list";
import { formatCount, formatHash } from "@/components/ui/format";
import { Hint } from "@/components/ui/hint";
import { ReasonCode } from "@/components/ui/reason-code";
import { RenderedMail } from "@/components/ui/rendered-mail";
import { Status } from "@/components/ui/status";
import { riskWords, rowName } from "./review-words";

type Group = Answer["review"]["group"];

type Props = {
  group: Group;
  /** called with the hash of a content that is opened to be read */
  onOpen: (creativeHash: string) => void;
};

/** What a bulk approval lets go: the contents, why they wait, and to whom they are. */
export function GroupContent({ group, onOpen }: Props) {
  return (
    <div className="grid gap-4">
      <section>
        <Title>{group.contents.length === 1 ? "What they say" : `${group.contents.length} contents`}</Title>
        <ul className="divide-y divide-line rounded-md border">
          {group.contents.map((content) => (
            <Content
              key={content.creativeHash}
              content={content}
              isOnly={group.contents.length === 1}
              onOpen={onOpen}
            />
          ))}
        </ul>
        {group.moreContents > 0 && (
          <Hint className="mt-1.5">
            {formatCount(group.moreContents)} more{" "}
            {group.moreContents === 1 ? "content waits" : "contents wait"} for the same reason. They are not
            shown here, so they are not approved by this.
          </Hint>
        )}
      </section>
      <section>
        <Title>Why they wait</Title>
        <DescriptionList
          pairs={Object.entries(group.reasons).map(([code, n]) => ({
            key: code,
            term: reasonWords(code),
            value: formatCount(n),
          }))}
        />
      </section>
      <section>
        <Title>
          {group.sample.length < group.count
            ? `The riskiest ${group.sample.length} of ${formatCount(group.count)}`
            : "To whom"}
        </Title>
        <ul className="divide-y divide-line rounded-md border">
          {group.sample.map((row) => {
            const { tone, word } = riskWords(row.risk);
            return (
              <li key={row.id} className="flex justify-between gap-3 px-3 py-1.5">
                <span className="truncate">
                  {rowName(row)} <span className="text-ink-3">· {row.campaign}</span>
                </span>
                <Status tone={tone}>{word}</Status>
              </li>
            );
          })}
        </ul>
      </section>
    </div>
  );
}

type ContentProps = Pick<Props, "onOpen"> & { content: Group["contents"][number]; isOnly: boolean };

function Content({ content, isOnly, onOpen }: ContentProps) {
  const { preview, count, creativeHash } = content;
  const [isOpen, setOpen] = useState(isOnly);
  const subject = preview?.ok ? preview.subject : "It cannot be shown as it is";
  return (
    <li className="px-3 py-2">
      <details
        open={isOpen}
        onToggle={({ currentTarget }) => {
          setOpen(currentTarget.open);
          if (currentTarget.open) onOpen(creativeHash);
        }}
      >
        <summary className="cursor-pointer">
          <span className="font-medium">{subject}</span>{" "}
          <span className="text-ink-3">
            · {formatCount(count)} {count === 1 ? "person" : "people"}
          </span>
        </summary>
        {preview !== null && isOpen && (
          <div className="mt-2">
            <RenderedMail mail={preview} to="one of them" spans={[]} />
          </div>
        )}
        <Hint className="mt-1.5">
          As one of them will see it. The approval is bound to{" "}
          <ReasonCode>{formatHash(creativeHash)}</ReasonCode>
        </Hint>
      </details>
    </li>
  );
}

function Title({ children }: { children: string }) {
  return <h3 className="mb-1.5 text-12 font-medium text-ink-3">{children}</h3>;
}
