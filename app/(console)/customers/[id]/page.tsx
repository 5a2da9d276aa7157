import { CustomerPage } from "@/components/customers/customer-page";
import { nameOf } from "@/components/customers/customer-words";
import { SHOWS } from "@/components/customers/timeline-shows";
import { Crumb } from "@/components/shell/crumb";
import { NoAccess } from "@/components/shell/no-access";
import { serverCaller } from "@/server/auth";
import { idOf, orNotFound } from "../../found";
import { offerTitles } from "../../offer-titles";
import { myPermissions } from "../../permissions";
import { one, type Search } from "../../search";

export const metadata = { title: "Customer" };

/** Where a page of the timeline ends; an address that was changed by hand begins anew. */
const PLACE = /^\d{1,15}:[a-z0-9-]{1,60}$/;

type Props = { params: Promise<{ id: string }>; searchParams: Search };

export default async function OneCustomerPage({ params, searchParams }: Props) {
  const id = idOf((await params).id);
  const search = await searchParams;
  const show = SHOWS.find((name) => name === one(search, "show")) ?? "all";
  const after = one(search, "after");
  const granted = await myPermissions();
  if (!granted.has("customer.read")) return <NoAccess title="Customer" />;
  const api = await serverCaller();
  const [customer, offers] = await Promise.all([
    orNotFound(
      api.customer.get({ id, show, after: after !== undefined && PLACE.test(after) ? after : null }),
    ),
    offerTitles(),
  ]);
  return (
    <>
      <Crumb label={nameOf(customer.id, customer.person)} />
      <CustomerPage
        customer={customer}
        offers={offers}
        show={show}
        mayChange={granted.has("customer.write")}
      />
    </>
  );
}
