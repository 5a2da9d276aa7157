"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { showToast } from "@/components/ui/toast";
import type { SettingKind } from "@/server/domain/settings";
import { useTRPC } from "./trpc";

type Publication = { expectedVersion: number; body: unknown; note: string };

/** Publishes the next version of a document, each kind by the procedure of those who may; then says so and draws the page anew. */
export function usePublishSetting(kind: SettingKind, said: (version: number) => string) {
  const { settings } = useTRPC();
  const router = useRouter();
  const onSuccess = ({ version }: { version: number }) => {
    showToast(said(version));
    router.refresh();
  };
  const common = useMutation(settings.publish.mutationOptions({ onSuccess }));
  const policy = useMutation(settings.publishPolicy.mutationOptions({ onSuccess }));
  const targets = useMutation(settings.publishTargets.mutationOptions({ onSuccess }));
  const publish = (publication: Publication) => {
    if (kind === "policy") policy.mutate({ kind, ...publication });
    else if (kind === "targets") targets.mutate({ kind, ...publication });
    else common.mutate({ kind, ...publication });
  };
  return {
    publish,
    pending: common.isPending || policy.isPending || targets.isPending,
    error: common.error ?? policy.error ?? targets.error,
  };
}
