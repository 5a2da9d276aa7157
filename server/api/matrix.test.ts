import { TRPCError } from "@trpc/server";
import { describe, expect, test } from "vitest";
import type { Actor } from "@/server/context";
import { may } from "@/server/context";
import { LIVE_TOPICS } from "@/server/domain/live-topic";
import { type Permission, permissionsOf, ROLES, type Role } from "@/server/domain/role";
import type { Platform } from "@/server/platform";
import { appRouter, createCaller } from "./root";

const MACHINERY: Actor = { kind: "system", job: "matrix" };
const OPERATOR: Actor = { kind: "operator", command: "matrix" };
const ACTORS: Record<string, Actor> = {
  anonymous: { kind: "anonymous" },
  ...Object.fromEntries(ROLES.map((role) => [role, person(role)])),
  system: MACHINERY,
};

function person(...roles: Role[]): Actor {
  return { kind: "user", id: 1, name: roles.join(" and "), roles, may: permissionsOf(roles) };
}

type Procedure = { _def: { type: string; meta?: { needs?: Permission } } };
// tRPC keeps every procedure under its whole path here; lazy routers, which we have none of, would be missing
const procedures = Object.entries(appRouter._def.procedures as Record<string, unknown>).map(
  ([path, procedure]) => ({ path, ...(procedure as Procedure)._def }),
);

/** Whoever passes the door reaches for the platform, or has the empty input refused; both are past the door. */
const untouchable = new Proxy({} as Platform, {
  get() {
    throw new Error("past the door");
  },
});

/** What an actor gets who calls with no input at all: "in", or the refusal. */
async function answerTo(actor: Actor, path: string): Promise<string> {
  const caller = createCaller({ actor, platform: untouchable });
  const call = path.split(".").reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], caller);
  try {
    await (call as (input: unknown) => Promise<unknown>)(undefined);
    return "in";
  } catch (error) {
    const code = error instanceof TRPCError ? error.code : "thrown";
    return code === "UNAUTHORIZED" || code === "FORBIDDEN" ? code : "in";
  }
}

/** One line a procedure: what it does, what it needs, who gets in. */
const line = ({ path, type, meta }: (typeof procedures)[number]) => {
  const needs = meta?.needs;
  const who = Object.entries(ACTORS)
    .filter(([, actor]) => actor.kind !== "anonymous" && needs !== undefined && may(actor, needs))
    .map(([name]) => name);
  return `${path} | ${type} | ${needs ?? "NOTHING"} | ${who.join(", ") || "nobody"}`;
};

/** One line a topic of the live feed, which tells each person only of what they may read. */
const topicLine = ([topic, needs]: [string, Permission]) =>
  line({ path: `live.changes(${topic})`, type: "subscription", meta: { needs } });

describe("who may call what", () => {
  test("the checked-in table lists exactly what there is; `npx vitest run server/api/matrix.test.ts -u` writes it anew", async () => {
    const topics = (Object.entries(LIVE_TOPICS) as [string, Permission][]).map(topicLine);
    const table = [...procedures.map(line), ...topics].sort();
    await expect(`${table.join("\n")}\n`).toMatchFileSnapshot("matrix.txt");
  });

  test("every procedure names a permission", () => {
    expect(procedures.filter(({ meta }) => meta?.needs === undefined).map(({ path }) => path)).toEqual([]);
  });

  test.each(procedures.map(({ path, meta }) => ({ path, needs: meta?.needs })))(
    "$path lets in who has $needs, before it looks at the input",
    async ({ path, needs }) => {
      for (const [name, actor] of Object.entries(ACTORS)) {
        const isIn = actor.kind !== "anonymous" && needs !== undefined && may(actor, needs);
        const expected = actor.kind === "anonymous" ? "UNAUTHORIZED" : isIn ? "in" : "FORBIDDEN";
        expect([name, await answerTo(actor, path)]).toEqual([name, expected]);
      }
    },
  );

  test("roles add up, and none means nothing", async () => {
    expect(await answerTo(person("executive", "reviewer"), "review.approve")).toBe("in");
    expect(await answerTo(person("executive", "reviewer"), "campaign.create")).toBe("FORBIDDEN");
    for (const { path } of procedures) expect(await answerTo(person(), path)).toBe("FORBIDDEN");
  });

  test("the machinery runs its own work and asks; it changes nothing that is a person's to change", async () => {
    for (const { path, meta } of procedures) {
      const isAllowed = meta?.needs === "system.run" || meta?.needs?.endsWith(".read") === true;
      if (!isAllowed) expect([path, await answerTo(MACHINERY, path)]).toEqual([path, "FORBIDDEN"]);
    }
    expect(await answerTo(MACHINERY, "team.list")).toBe("FORBIDDEN");
  });

  test("whoever runs commands at the machine makes the first account", async () => {
    expect(await answerTo(OPERATOR, "team.create")).toBe("in");
  });

  test("neither decides a review in a person's stead", async () => {
    for (const verb of ["approve", "reject", "edit", "undo", "undoBatch", "bulkApprove", "assign"]) {
      expect(await answerTo(MACHINERY, `review.${verb}`)).toBe("FORBIDDEN");
      expect(await answerTo(OPERATOR, `review.${verb}`)).toBe("FORBIDDEN");
    }
  });
});
