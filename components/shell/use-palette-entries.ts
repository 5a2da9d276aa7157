"use client";
import { useQueryClient } from "@tanstack/react-query";
import type { LucideIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { useCompany } from "@/components/company";
import { useTRPC } from "@/components/trpc";
import type { Permission } from "@/server/domain/role";
import { matchWords } from "./match-words";
import { permittedNavigation } from "./navigation";
import { type PaletteAction, paletteActions } from "./palette-actions";

export type PaletteEntry = {
  key: string;
  title: string;
  icon: LucideIcon;
  /** Grey, at the right. */
  detail?: string;
  run: () => void;
};
export type PaletteGroup = { title: string; entries: readonly PaletteEntry[] };

/** Pages and actions that a person may open or do, as far as what is typed begins their words; the best first. */
export function usePaletteEntries(granted: ReadonlySet<Permission>, typed: string): PaletteGroup[] {
  const router = useRouter();
  const { demo } = useCompany();
  const verifyChain = useVerifyChain();
  const pages = permittedNavigation(granted).map(({ title, items }) => ({
    title,
    entries: items.map((item) => ({ ...item, words: [title, ...(item.words ?? [])] })),
  }));
  const actions = paletteActions.filter((action) => granted.has(action.needs) && (demo || !action.demo));
  const runOf = (entry: { href: string } | PaletteAction) => () => {
    if ("run" in entry) return entry.run();
    if ("verify" in entry) verifyChain();
    router.push(entry.href);
  };
  return [...pages, { title: "Actions", entries: actions }].flatMap(({ title, entries }) => {
    const matching = entries
      .map((entry) => ({
        entry,
        score: typed.trim() === "" ? 1 : matchWords(entry.title, typed, entry.words),
      }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .map(({ entry }) => ({
        key: `${title} ${entry.title}`,
        title: entry.title,
        icon: entry.icon,
        run: runOf(entry),
      }));
    return matching.length === 0 ? [] : [{ title, entries: matching }];
  });
}

/** Begins the check whose result the audit's page shows. */
function useVerifyChain(): () => void {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return () => void queries.prefetchQuery(trpc.audit.verify.queryOptions({}, { retry: false }));
}
