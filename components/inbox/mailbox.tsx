"use client";
import { RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import type { Answer } from "@/components/api-types";
import { Card, CardBody } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { Empty } from "@/components/ui/empty";
import { IconButton } from "@/components/ui/icon-button";
import { Grid, Stack } from "@/components/ui/page";
import { SearchBox } from "@/components/ui/search-box";
import { MailList } from "./mail-list";
import { MailView } from "./mail-view";
import { NoMails } from "./no-mails";

type Props = {
  mails: Answer["inbox"]["list"];
  /** null: none is chosen, or the chosen one is not there any more */
  mail: Answer["inbox"]["get"] | null;
  isGone: boolean;
  page: number;
  pageSize: number;
  filtered: boolean;
};

/** The mailbox beside the mail that is open. A narrow screen shows one of the two. */
export function Mailbox({ mails, mail, isGone, page, pageSize, filtered }: Props) {
  if (mails.total === 0 && !filtered && mail === null) return <NoMails />;
  const isReading = mail !== null || isGone;
  return (
    <Grid>
      <Stack className={cn("lg:col-span-5", isReading && "max-lg:hidden")}>
        <Card>
          <div className="flex flex-wrap items-center gap-2 border-b p-3">
            <SearchBox label="Search address or subject" className="flex-1" />
            <LookAgain />
          </div>
          <MailList mails={mails} chosen={mail?.id ?? null} page={page} pageSize={pageSize} />
        </Card>
      </Stack>
      <Stack
        className={cn(
          "self-start lg:sticky lg:top-[calc(var(--frame-top)+1rem)] lg:col-span-7",
          !isReading && "max-lg:hidden",
        )}
      >
        {mail === null ? <NothingOpen isGone={isGone} /> : <MailView key={mail.id} mail={mail} />}
      </Stack>
    </Grid>
  );
}

function LookAgain() {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  return (
    <IconButton
      label="Look for new mails"
      icon={<RotateCw aria-hidden className={cn(isPending && "animate-spin")} />}
      disabled={isPending}
      onClick={() => startTransition(() => router.refresh())}
    />
  );
}

const NothingOpen = ({ isGone }: { isGone: boolean }) => (
  <Card>
    <CardBody>
      <h2 className="sr-only">Open mail</h2>
      <Empty title={isGone ? "This mail is not here any more" : "No mail is open"}>
        {isGone
          ? "The mailbox keeps only the newest. Choose another from the list."
          : "Choose one from the list to read it as its receiver would. The keys j and k go through it."}
      </Empty>
    </CardBody>
  </Card>
);
