import { BrandMark } from "@/components/shell/brand-mark";
import { ThemeMenu } from "@/components/shell/theme-menu";
import { Hint } from "@/components/ui/hint";
import type { DemoAccount } from "./demo-accounts";
import { SignInForm } from "./sign-in-form";
import type { SignInProblem } from "./sign-in-problem";

type SignInPageProps = {
  company: string | null;
  returnTo: string;
  earlier?: SignInProblem | null;
  demo: readonly DemoAccount[] | null;
};

/** The door. */
export function SignInPage({ company, returnTo, earlier = null, demo }: SignInPageProps) {
  return (
    <main className="grid min-h-dvh place-items-center px-4 py-12">
      <ThemeMenu className="fixed top-3 right-4" />
      <div className="w-full max-w-[344px]">
        <BrandMark className="mb-5 size-8" />
        <h1 className="text-20 font-semibold">Sign in to Touchline</h1>
        {company !== null && <p className="text-ink-2">{company}</p>}
        <div className="mt-6">
          <SignInForm returnTo={returnTo} earlier={earlier} demo={demo} />
        </div>
        <Hint className="mt-6">No account, or the password is forgotten? Ask an admin of your company.</Hint>
      </div>
    </main>
  );
}
