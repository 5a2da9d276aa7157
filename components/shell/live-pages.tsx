"use client";
import { usePathname, useRouter } from "next/navigation";
import { useLive } from "@/components/live";
import { liveTopicsOf } from "./live-topics-of";

/** A page that the server drew is drawn anew at most this often. */
const CALM_MS = 4_000;

/** Keeps the page in view up to date where it shows what happens by itself. Draws nothing. */
export function LivePages() {
  const router = useRouter();
  useLive(liveTopicsOf(usePathname()), () => router.refresh(), CALM_MS);
  return null;
}
