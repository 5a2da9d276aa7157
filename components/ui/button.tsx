import { cva, type VariantProps } from "class-variance-authority";
import { LoaderCircle } from "lucide-react";
import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export const buttonVariants = cva(
  "inline-flex items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap transition-colors [&_svg]:size-3.5 [&_svg]:shrink-0 disabled:cursor-not-allowed aria-disabled:cursor-not-allowed",
  {
    variants: {
      variant: {
        default: "border-line-2 bg-surface text-ink shadow-1 hover:bg-fill",
        primary: "border-ink bg-ink text-on-ink hover:border-ink/85 hover:bg-ink/85",
        danger: "border-block-line bg-surface text-block shadow-1 hover:bg-block-soft",
        ghost: "border-transparent text-ink-2 hover:bg-fill",
      },
      size: {
        sm: "h-7 px-2.5 text-12 max-md:h-8",
        md: "h-8 px-3 max-md:h-9",
        lg: "h-10 px-4 max-md:h-11",
      },
      wide: { true: "w-full" },
      off: { true: "border-line bg-fill text-ink-3 shadow-none hover:border-line hover:bg-fill" },
    },
    defaultVariants: { variant: "default", size: "md" },
  },
);

type Look = Pick<VariantProps<typeof buttonVariants>, "variant" | "size" | "wide">;

type ButtonProps = ComponentProps<"button"> & Look & { pending?: boolean };

/** A button. One `primary` a view. While `pending` it keeps its size and cannot be pressed again. */
export function Button({
  variant,
  size,
  wide,
  pending = false,
  disabled = false,
  className,
  children,
  ...props
}: ButtonProps) {
  const off = disabled || pending;
  return (
    <button
      type="button"
      {...props}
      disabled={off}
      aria-busy={pending || undefined}
      className={cn(buttonVariants({ variant, size, wide, off }), className)}
    >
      {pending && <LoaderCircle aria-hidden className="animate-spin" />}
      {children}
    </button>
  );
}

type ButtonLinkProps = ComponentProps<typeof Link> & Look;

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ variant, size, wide, className, ...props }: ButtonLinkProps) {
  return <Link {...props} className={cn(buttonVariants({ variant, size, wide }), className)} />;
}
