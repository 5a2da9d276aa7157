import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

/** The theme's own sizes and shadows, so that `text-12` and `text-ink-2` are not taken for rivals. */
const merge = extendTailwindMerge({
  extend: {
    theme: { text: ["11", "12", "13", "14", "16", "20", "28", "40"], shadow: ["1", "2", "3"] },
  },
});

/** Joins class names; a later class wins over an earlier one of the same kind. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
