import type { ReactNode } from "react";
import { serverCaller } from "@/server/auth";
import { idOf, orNotFound } from "../../found";
import { myPermissions } from "../../permissions";

/** Looks whether there is such a customer before anything is sent: what streams has answered 200 already. */
export default async function CustomerLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ id: string }>;
}) {
  const id = idOf((await params).id);
  const [api, granted] = await Promise.all([serverCaller(), myPermissions()]);
  if (granted.has("customer.read")) await orNotFound(api.customer.head({ id }));
  return children;
}
