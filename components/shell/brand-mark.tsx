import { cn } from "@/components/ui/cn";

/** The product's sign: a touch on a line. */
export function BrandMark({ className }: { className?: string | undefined }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className={cn("size-5 shrink-0 text-accent", className)}>
      <rect x="1" y="1" width="18" height="18" rx="5" fill="currentColor" />
      <path d="M6 4v12M6 10h9" stroke="var(--color-surface)" strokeWidth="1.8" strokeLinecap="round" />
      <circle cx="6" cy="10" r="2.6" fill="currentColor" stroke="var(--color-surface)" strokeWidth="1.8" />
    </svg>
  );
}
