"use client";
import { useMutation } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";

/** Long enough for a small company's count; a larger one is there at the next look. */
const LOOK_AGAIN_MS = 8000;

/** Has all segments counted anew in the background. */
export function CountAgain({ label, isPrimary = false }: { label: string; isPrimary?: boolean }) {
  const router = useRouter();
  const request = useMutation(
    useTRPC().segment.requestCount.mutationOptions({
      onSuccess: ({ isAsked }) => {
        showToast(
          isAsked ? "Counting in the background; this page shows it when it is done" : "Counted a moment ago",
          { tone: "info" },
        );
        setTimeout(() => router.refresh(), isAsked ? LOOK_AGAIN_MS : 0);
      },
      onError: (error) => showToast(refusalText(error), { tone: "block" }),
    }),
  );
  return (
    <Button
      variant={isPrimary ? "primary" : "default"}
      pending={request.isPending}
      onClick={() => request.mutate({})}
    >
      <RotateCw aria-hidden /> {label}
    </Button>
  );
}
