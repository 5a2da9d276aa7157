"use client";
import { ErrorState } from "@/components/ui/error-state";
import { Page } from "@/components/ui/page";

type Props = { error: Error & { digest?: string }; reset: () => void };

/** A page that broke; the frame around it goes on working. */
export default function ConsoleError({ error, reset }: Props) {
  return (
    <Page>
      <ErrorState title="This page could not be shown" onRetry={reset}>
        Nothing was changed.
        {error.digest !== undefined && ` If it happens again, give an admin this code: ${error.digest}.`}
      </ErrorState>
    </Page>
  );
}
