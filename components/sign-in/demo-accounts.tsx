import { Button } from "@/components/ui/button";

export type DemoAccount = { name: string; role: string; email: string; password: string };

type DemoAccountsProps = { accounts: readonly DemoAccount[]; onChoose: (account: DemoAccount) => void };

/** Who can sign in to the demo company; pressing one fills the form. */
export function DemoAccounts({ accounts, onChoose }: DemoAccountsProps) {
  return (
    <section aria-label="Demo accounts" className="mt-6 rounded-lg border bg-surface">
      <p className="border-b px-3.5 py-2.5 text-12 text-ink-2">
        <span className="font-medium text-ink">This is a demo company.</span> Choose who you want to be:
      </p>
      <ul className="py-1">
        {accounts.map((account) => (
          <li key={account.email} className="flex items-center gap-3 px-3.5 py-1">
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{account.role}</span>
              <span className="block truncate text-11 text-ink-3">{account.email}</span>
            </span>
            <Button size="sm" variant="ghost" onClick={() => onChoose(account)} className="-mr-2">
              Fill in<span className="sr-only"> {account.role}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
