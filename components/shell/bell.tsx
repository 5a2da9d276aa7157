"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  Bell as BellIcon,
  CircleHelp,
  CircleMinus,
  Clock,
  FileX,
  Inbox,
  type LucideIcon,
  UserRound,
} from "lucide-react";
import { useState } from "react";
import type { Answer } from "@/components/api-types";
import { useCompany } from "@/components/company";
import { useTRPC } from "@/components/trpc";
import { formatCount, formatInstant } from "@/components/ui/format";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import type { NoticeKind } from "@/server/domain/notice";

type Group = Answer["notice"]["list"]["groups"][number];
type Look = {
  icon: LucideIcon;
  title: (count: number) => string;
  /** where all of them are */
  all: string;
  href: (id: number) => string;
};

/** What becomes due does so without anything changing. */
const ASK_EVERY_MS = 60_000;

const messages = (count: number) => (count === 1 ? "1 message" : `${formatCount(count)} messages`);
const LOOKS: Record<NoticeKind, Look> = {
  "review-due": {
    icon: Clock,
    title: (count) => `${messages(count)} to review within the hour`,
    all: "/review?sort=due",
    href: (id) => `/review?sort=due&item=${id}`,
  },
  "review-assigned": {
    icon: UserRound,
    title: (count) => `${messages(count)} to review on your list`,
    all: "/review?tab=mine",
    href: (id) => `/review?tab=mine&item=${id}`,
  },
  "review-waiting": {
    icon: Inbox,
    title: (count) => `${messages(count)} ${count === 1 ? "waits" : "wait"} for a reviewer`,
    all: "/review",
    href: () => "/review",
  },
  "message-uncertain": {
    icon: CircleHelp,
    title: (count) => `${messages(count)} of which nobody knows whether they left`,
    all: "/inbox/outbox?state=uncertain",
    href: () => "/inbox/outbox?state=uncertain",
  },
  "run-failed": {
    icon: CircleMinus,
    title: (count) => (count === 1 ? "1 run did not finish" : `${formatCount(count)} runs did not finish`),
    all: "/campaigns",
    href: (id) => `/campaigns/${id}`,
  },
  "campaign-stopped": {
    icon: CircleMinus,
    title: (count) =>
      count === 1 ? "1 campaign was stopped" : `${formatCount(count)} campaigns were stopped`,
    all: "/campaigns?state=stopped",
    href: (id) => `/campaigns/${id}`,
  },
  "import-failed": {
    icon: FileX,
    title: (count) =>
      count === 1 ? "1 import did not finish" : `${formatCount(count)} imports did not finish`,
    all: "/imports",
    href: (id) => `/imports/${id}`,
  },
};

/** What needs this person, with how many are new to them. Opening it is reading it. */
export function Bell() {
  const { timeZone } = useCompany();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { data } = useQuery({ ...trpc.notice.list.queryOptions({}), refetchInterval: ASK_EVERY_MS });
  const [shown, setShown] = useState<readonly Group[]>([]);
  const mark = useMutation(
    trpc.notice.markSeen.mutationOptions({
      onSettled: () => queries.invalidateQueries(trpc.notice.pathFilter()),
    }),
  );
  const unseen = data?.unseen ?? 0;
  const onOpenChange = (open: boolean) => {
    if (!open || data === undefined) return;
    setShown(data.groups); // what was new stays marked as new while it is open
    const seen = data.groups.flatMap(({ kind, unseen, newest: [newest] }) =>
      unseen > 0 && newest !== undefined ? [{ kind, until: newest.at }] : [],
    );
    if (seen.length > 0) mark.mutate({ seen });
  };
  return (
    <Menu
      label="Needs a person"
      className="w-[min(360px,calc(100vw-16px))]"
      onOpenChange={onOpenChange}
      button={(props) => (
        <IconButton
          {...props}
          label={unseen === 0 ? "What needs you" : `What needs you: ${unseen} new`}
          icon={
            <>
              <BellIcon aria-hidden />
              {unseen > 0 && <Unseen count={unseen} />}
            </>
          }
        />
      )}
      entries={[
        { kind: "heading", text: "Needs a person" },
        ...(shown.length === 0 ? [NOTHING] : []),
        ...shown.flatMap((group) => noticesOf(group, timeZone)),
      ]}
    />
  );
}

const NOTHING: MenuEntry = {
  kind: "note",
  text: "Nothing needs you. What waits for you, is stopped or does not finish is told here.",
};

function Unseen({ count }: { count: number }) {
  return (
    <span
      aria-hidden
      className="absolute -top-0.5 -right-0.5 min-w-4 rounded-full bg-block px-1 text-center text-[10px] leading-4 font-semibold text-bg"
    >
      {count > 99 ? "99+" : count}
    </span>
  );
}

function noticesOf(group: Group, timeZone: string): MenuEntry[] {
  const { icon: Icon, title, all, href } = LOOKS[group.kind];
  const isOneList = group.newest.every(({ id }) => href(id) === all);
  const single = isOneList ? [] : group.newest;
  return [
    { kind: "line" },
    {
      kind: "link",
      key: group.kind,
      href: all,
      className: "font-medium",
      label: (
        <>
          <Icon aria-hidden className="text-ink-3" />
          <span className="min-w-0 flex-1">{title(group.count)}</span>
          {group.unseen > 0 && (
            <span className="shrink-0 text-12 text-accent">{formatCount(group.unseen)} new</span>
          )}
        </>
      ),
    },
    ...single.map(
      ({ id, label, at }): MenuEntry => ({
        kind: "link",
        key: `${group.kind} ${id} ${at.getTime()}`,
        href: href(id),
        className: "text-12 text-ink-2",
        label: (
          <>
            <span className="min-w-0 flex-1 truncate pl-6">{label}</span>
            <span className="shrink-0 text-ink-3">{formatInstant(at, timeZone)}</span>
          </>
        ),
      }),
    ),
  ];
}
