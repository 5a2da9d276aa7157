"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { MessageSquare } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { useCompany } from "@/components/company";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { formatInstant } from "@/components/ui/format";
import { Kbd } from "@/components/ui/kbd";
import { Textarea } from "@/components/ui/textarea";
import type { HeldMessage } from "./review-types";
import { actorWords, hourOrDay } from "./review-words";

type Props = { message: HeldMessage; selfId: number; nowMs: number };

/** Where the key for a comment leads. */
export const COMMENT_FIELD = "review-comment";

/** What colleagues said about a message, and a place to say more. */
export function Comments({ message, selfId, nowMs }: Props) {
  const { timeZone } = useCompany();
  const { comments } = message;
  return (
    <section aria-labelledby="comments">
      <h3 id="comments" className="flex items-center gap-1.5 font-semibold">
        <MessageSquare aria-hidden className="size-4 text-ink-3" />
        Comments
        {comments.length > 0 && <span className="font-normal text-ink-3">{comments.length}</span>}
      </h3>
      {comments.length > 0 && (
        <ol aria-label="What was said" className="mt-2.5 grid gap-3">
          {comments.map(({ id, author, authorName, at, body }) => (
            <li key={id} className="flex gap-2">
              <Avatar name={authorName ?? "?"} />
              <div className="min-w-0 flex-1">
                <p className="flex items-baseline justify-between gap-2">
                  <span className="truncate font-medium">
                    {author === `user:${selfId}` ? "You" : actorWords(author, authorName, selfId)}
                  </span>
                  <time
                    dateTime={at.toISOString()}
                    title={formatInstant(at, timeZone)}
                    className="shrink-0 text-11 text-ink-3"
                  >
                    {hourOrDay(at, nowMs, timeZone)}
                  </time>
                </p>
                <p className="[overflow-wrap:anywhere] whitespace-pre-wrap text-ink-2">{body}</p>
              </div>
            </li>
          ))}
        </ol>
      )}
      <NewComment id={message.id} />
    </section>
  );
}

function NewComment({ id }: { id: number }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [body, setBody] = useState("");
  const comment = useMutation(
    trpc.review.comment.mutationOptions({
      onSuccess: async () => {
        setBody("");
        await queries.invalidateQueries(trpc.review.get.queryFilter({ id }));
        void queries.invalidateQueries(trpc.review.list.pathFilter());
      },
    }),
  );
  const isEmpty = body.trim() === "";
  const send = () => {
    if (!isEmpty && !comment.isPending) comment.mutate({ id, body });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Escape") event.currentTarget.blur();
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) send();
  };
  return (
    <form
      className="mt-3 grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Field
        label="Say something to your colleagues"
        error={comment.error === null ? undefined : refusalText(comment.error)}
      >
        <Textarea
          name={COMMENT_FIELD}
          rows={2}
          maxLength={2000}
          value={body}
          onChange={({ target }) => setBody(target.value)}
          onKeyDown={onKeyDown}
        />
      </Field>
      <Button
        type="submit"
        size="sm"
        disabled={isEmpty}
        pending={comment.isPending}
        className="justify-self-start"
      >
        Comment <Kbd>⌘↵</Kbd>
      </Button>
    </form>
  );
}
