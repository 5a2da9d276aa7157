import { z } from "zod";
import type { Permission } from "@/server/domain/role";
import { type Footing, footing } from "@/server/store/first-steps.sql";
import { settingInForce } from "@/server/store/settings";
import { view } from "../verb";

/** One step of the first run. `done` is read from what there is, never ticked by hand. */
export type FirstStep = {
  id: string;
  title: string;
  /** what it is for, or how far it has come */
  detail: string;
  done: boolean;
  href: string;
  needs: Permission;
};

type FirstSteps = {
  steps: FirstStep[];
  done: number;
  /** whether a message has ever left: before, there are no figures */
  hasSent: boolean;
};

/** What a company has to do before its first mail can leave, in order, with what is done. A demo company has no first steps: null. */
export const firstSteps = view(
  { needs: "figures.read", input: z.object({}).prefault({}) },
  async ({ ctx: { actor, platform } }): Promise<FirstSteps | null> => {
    const { sql } = platform.database;
    const company = await settingInForce(sql, "company");
    if (company.body.demo) return null;
    const brand = await settingInForce(sql, "brand");
    const have = await footing(sql, actor.kind === "user" ? actor.id : null);
    const steps = [
      ...(have.hasDemoPassword ? [OWN_PASSWORD] : []),
      ...settingSteps(company.version > 0 && company.body.postalAddress.trim() !== "", brand.version > 0),
      ...dataSteps(have),
      ...peopleSteps(have),
    ];
    return { steps, done: steps.filter(({ done }) => done).length, hasSent: have.hasSent };
  },
);

const OWN_PASSWORD: FirstStep = {
  id: "password",
  title: "Choose a password of your own",
  detail: "Your account came with the demo company, and its password is known to everybody.",
  done: false,
  href: "/settings?tab=password",
  needs: "session.own",
};

const settingSteps = (hasSender: boolean, hasBrand: boolean): FirstStep[] => [
  {
    id: "sender",
    title: "Say who sends",
    detail: "Company, sender and postal address. The law wants an address in every marketing mail.",
    done: hasSender,
    href: "/configuration/company",
    needs: "settings.write",
  },
  {
    id: "brand",
    title: "Publish a brand guide",
    detail: "Voice, colours and words to avoid. Everything that is written follows it.",
    done: hasBrand,
    href: "/configuration/brand",
    needs: "settings.write",
  },
];

const counted = (count: number, one: string, many: string, otherwise: string): string =>
  count === 0 ? otherwise : `${count.toLocaleString("en-GB")} ${count === 1 ? one : many} so far.`;

const dataSteps = ({ customers, orders, consents, hasKey, hasEvents }: Footing): FirstStep[] => [
  {
    id: "customers",
    title: "Import your customers",
    detail: counted(customers, "customer", "customers", "A CSV file with at least a number or an email."),
    done: customers > 0,
    href: "/imports/new?kind=customers",
    needs: "import.write",
  },
  {
    id: "orders",
    title: "Import their orders",
    detail: counted(
      orders,
      "order",
      "orders",
      "A year is enough to tell who buys how often and who went quiet.",
    ),
    done: orders > 0,
    href: "/imports/new?kind=orders",
    needs: "import.write",
  },
  {
    id: "consents",
    title: "Import who agreed to marketing mail",
    detail: counted(
      consents,
      "person agreed",
      "people agreed",
      "Nobody is written to without having agreed.",
    ),
    done: consents > 0,
    href: "/imports/new?kind=consents",
    needs: "import.write",
  },
  {
    id: "events",
    title: "Connect your website",
    detail: "A write key for any client of the Segment specification: visits make the segments sharper.",
    done: hasKey || hasEvents,
    href: "/settings?tab=keys",
    needs: "settings.write",
  },
];

const peopleSteps = ({ campaignLaunched, reviewers }: Footing): FirstStep[] => [
  {
    id: "reviewer",
    title: "Invite a reviewer",
    detail: "Somebody who looks at what the rules hold back.",
    done: reviewers > 0,
    href: "/settings?tab=team",
    needs: "team.write",
  },
  {
    id: "campaign",
    title: "Launch a first campaign",
    detail: "Begin with “review all”: nothing leaves before a person has seen it.",
    done: campaignLaunched,
    href: "/campaigns/new",
    needs: "campaign.launch",
  },
];
