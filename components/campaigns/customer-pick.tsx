"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Hint } from "@/components/ui/hint";
import { Input } from "@/components/ui/input";
import { Skeleton } from "@/components/ui/skeleton";
import { useSettled } from "@/components/ui/use-settled";

export type PickedCustomer = { id: number; name: string };
type Found = { id: number; name: string | null };
type Props = {
  /** some of the audience, offered before anything is searched for */
  offered: readonly Found[];
  /** they are on their way: their place is kept */
  isLooking: boolean;
  picked: PickedCustomer | null;
  onPick: (customer: PickedCustomer) => void;
};

/** A real customer: one of the audience at random, or one found by name, address or number. */
export function CustomerPick({ offered: some, isLooking, picked, onPick }: Props) {
  const trpc = useTRPC();
  const [search, setSearch] = useState("");
  const asked = useSettled(search.trim());
  const { data: found } = useQuery({
    ...trpc.customer.list.queryOptions({ search: asked, limit: 5 }),
    enabled: asked !== "",
  });
  const offered = asked === "" ? some : (found?.rows ?? []);
  return (
    <div className="grid gap-2">
      <Field
        label="Show it as it would reach"
        help="A name, a whole address, the company's number, or # and ours."
      >
        <Input
          type="search"
          value={search}
          placeholder="Find a customer"
          onChange={({ target }) => setSearch(target.value)}
        />
      </Field>
      {offered.length === 0 && asked !== "" && found !== undefined && (
        <Hint>
          Nobody goes by this. People are stored sealed: a name is found from three letters on, an address as
          a whole.
        </Hint>
      )}
      {offered.length === 0 && asked === "" && isLooking && <Skeleton className="h-7" />}
      {offered.length > 0 && (
        <div className="flex flex-wrap items-center gap-1.5">
          <span className="text-12 text-ink-3">{asked === "" ? "From the audience:" : "Found:"}</span>
          {offered.map((one) => {
            const name = one.name ?? `No. ${one.id}`;
            return (
              <Button
                key={one.id}
                size="sm"
                aria-pressed={picked?.id === one.id}
                className="aria-pressed:border-accent aria-pressed:text-accent"
                onClick={() => onPick({ id: one.id, name })}
              >
                {name}
              </Button>
            );
          })}
        </div>
      )}
    </div>
  );
}
