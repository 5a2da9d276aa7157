"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { MessageSquare } from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import { useCompany } from "@/components/company";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { formatInstant } from "@/components/ui/format";
import { Kbd } from "@/components/ui/kbd";
import { Textarea } from "@/components/ui/textarea";
import { showToast } from "@/components/ui/toast";
import type { HeldMessage } from "./review-types";
import { actorWords, hourOrDay } from "./review-words";

type Props = { message: HeldMessage; selfId: number; nowMs: number };

/** Where the key for a comment leads. */
export const COMMENT_FIELD = "review-comment";

/** What colleagues said about a message, and a place to say more. */
export function Comments({ message, selfId, nowMs }: Props) {
  const { comments } = message;
  const standing = comments.filter(({ removedAt }) => removedAt === null).length;
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="flex items-center gap-1.5 font-semibold">
        <MessageSquare aria-hidden className="size-4 text-ink-3" />
        Comments
        {standing > 0 && <span className="font-normal text-ink-3">{standing}</span>}
      </h3>
      {comments.length > 0 && (
        <ol aria-label="What was said" className="mt-2.5 grid gap-3">
          {comments.map((comment) => (
            <Said key={comment.id} reviewId={message.id} comment={comment} selfId={selfId} nowMs={nowMs} />
          ))}
        </ol>
      )}
      <NewComment id={message.id} />
    </section>
  );
}

type SaidProps = {
  reviewId: number;
  comment: HeldMessage["comments"][number];
  selfId: number;
  nowMs: number;
};

function Said({ reviewId, comment, selfId, nowMs }: SaidProps) {
  const { timeZone } = useCompany();
  const { id, author, authorName, at, body, removedAt } = comment;
  const isOwn = author === `user:${selfId}`;
  return (
    <li className="flex gap-2">
      <Avatar name={authorName ?? "?"} />
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline justify-between gap-2">
          <span className="truncate font-medium">
            {isOwn ? "You" : actorWords(author, authorName, selfId)}
          </span>
          <time
            dateTime={at.toISOString()}
            title={formatInstant(at, timeZone)}
            className="shrink-0 text-11 text-ink-3"
          >
            {hourOrDay(at, nowMs, timeZone)}
          </time>
        </p>
        {removedAt === null ? (
          <>
            <p className="[overflow-wrap:anywhere] whitespace-pre-wrap text-ink-2">{body}</p>
            {isOwn && <RemoveComment id={id} reviewId={reviewId} />}
          </>
        ) : (
          <p className="text-ink-3">Comment removed by its author</p>
        )}
      </div>
    </li>
  );
}

function RemoveComment({ id, reviewId }: { id: number; reviewId: number }) {
  const trpc = useTRPC();
  const refresh = useRefresh(reviewId);
  const remove = useMutation(
    trpc.review.removeComment.mutationOptions({
      onSuccess: refresh,
      onError: (error) => showToast(refusalText(error), { tone: "block" }),
    }),
  );
  return (
    <Button
      size="sm"
      variant="ghost"
      className="-ml-2"
      pending={remove.isPending}
      onClick={() => remove.mutate({ commentId: id })}
    >
      Remove your comment
    </Button>
  );
}

/** Asks anew for what was said about a message, and for the counts in the queue. */
function useRefresh(id: number) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries(trpc.review.get.queryFilter({ id }));
    void queries.invalidateQueries(trpc.review.list.pathFilter());
  };
}

function NewComment({ id }: { id: number }) {
  const trpc = useTRPC();
  const refresh = useRefresh(id);
  const [body, setBody] = useState("");
  const comment = useMutation(
    trpc.review.comment.mutationOptions({
      onSuccess: async () => {
        setBody("");
        await refresh();
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
        title={isEmpty ? "Write something first" : undefined}
        pending={comment.isPending}
        className="justify-self-start"
      >
        Comment <Kbd>⌘↵</Kbd>
      </Button>
    </form>
  );
}
