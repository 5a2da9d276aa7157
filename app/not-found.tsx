import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";

export const metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <Empty
        title="There is nothing at this address"
        action={<ButtonLink href="/overview">Go to the overview</ButtonLink>}
      >
        The page may have been moved, or the address is not complete.
      </Empty>
    </main>
  );
}
