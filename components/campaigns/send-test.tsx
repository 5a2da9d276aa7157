"use client";
import { useMutation } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { MAIL_OUTCOMES } from "@/components/mail-outcome";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Hint } from "@/components/ui/hint";

/** Sends a piece as a customer would get it to one's own address, and says what became of it. */
export function SendTest({ creativeId, customerId }: { creativeId: number; customerId: number }) {
  const test = useMutation(useTRPC().campaign.sendTest.mutationOptions());
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button size="sm" pending={test.isPending} onClick={() => test.mutate({ creativeId, customerId })}>
          <Send aria-hidden /> Send me a test
        </Button>
        <Hint>To your own address, marked as a test; it counts in no figure.</Hint>
      </div>
      <div aria-live="polite">
        {test.error !== null && <Callout tone="block">{refusalText(test.error)}</Callout>}
        {test.data !== undefined && (
          <Callout tone={MAIL_OUTCOMES[test.data.kind].tone}>
            {MAIL_OUTCOMES[test.data.kind].text}: {test.data.to}. It said: {test.data.response}
          </Callout>
        )}
      </div>
    </div>
  );
}
