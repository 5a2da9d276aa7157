import { headers } from "next/headers";
import { ReviewDesk } from "@/components/review/review-desk";
import { ReviewSkeleton } from "@/components/review/review-skeleton";
import { QUEUE_PAGE_SIZE } from "@/components/review/review-types";
import { NoAccess } from "@/components/shell/no-access";
import { Soon } from "@/components/ui/later";
import { getSessionUser, serverCaller } from "@/server/auth";
import { policy as policySchema } from "@/server/domain/settings/policy";
import { orNull } from "../found";
import { offerTitles } from "../offer-titles";
import { patienceMs } from "../patience";
import { myPermissions } from "../permissions";
import { one, type Search } from "../search";

export const metadata = { title: "Review" };
const MOST_CAMPAIGNS = 100;

export default async function ReviewPage({ searchParams }: { searchParams: Search }) {
  const params = await searchParams;
  const granted = await myPermissions();
  if (!granted.has("review.read")) return <NoAccess title="Review" />;
  const filter = filterOf(params);
  return (
    <Soon
      ask={() => deskOf(params, granted.has("review.decide"))}
      patienceMs={await patienceMs("/review")}
      instead={<ReviewSkeleton />}
    >
      {({ desk, first }) => <ReviewDesk desk={desk} filter={filter} first={first} />}
    </Soon>
  );
}

async function deskOf(params: Params, mayDecide: boolean) {
  const api = await serverCaller();
  const wanted = idIn(one(params, "item"));
  const isPhone = /\bMobi/.test((await headers()).get("user-agent") ?? "");
  const listing = api.review.list({ ...filterOf(params), limit: QUEUE_PAGE_SIZE });
  const firstListed = async () => (isPhone ? undefined : (await listing).rows[0]?.id);
  // as soon as it is known which, not when everything else is there
  const opening = (wanted === null ? firstListed() : Promise.resolve(wanted)).then((id) =>
    id === undefined ? null : orNull(api.review.get({ id })),
  );
  const [page, message, counts, campaigns, offers, policy, people, user] = await Promise.all([
    listing,
    opening,
    api.review.counts({}),
    api.campaign.list({ pageSize: MOST_CAMPAIGNS }),
    offerTitles(),
    api.settings.current({ kind: "policy" }),
    api.review.people({}),
    getSessionUser(),
  ]);
  return {
    desk: {
      selfId: user?.id ?? 0,
      mayDecide,
      fourEyes: policySchema.parse(policy.body).review.fourEyes,
      offers,
      people,
      campaigns: campaigns.rows.map(({ id, name }) => ({ id, name })),
    },
    first: { page, counts, message, atMs: Date.now(), isPhone },
  };
}

type Params = Awaited<Search>;

function filterOf(params: Params) {
  const reason = one(params, "reason");
  return {
    tab:
      (["mine", "flagged", "decided"] as const).find((tab) => tab === one(params, "tab")) ??
      ("held" as const),
    sort: one(params, "sort") === "due" ? ("due" as const) : ("risk" as const),
    reasons: reason === undefined ? [] : [reason.slice(0, 60)],
    campaignId: idIn(one(params, "campaign")),
    customerId: idIn(one(params, "customer")),
  };
}

const idIn = (text: string | undefined): number | null =>
  /^[1-9]\d{0,8}$/.test(text ?? "") ? Number(text) : null;
