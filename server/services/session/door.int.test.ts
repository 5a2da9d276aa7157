import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { defaultCompany } from "@/server/domain/settings/company";
import { type ConsoleWorld, consoleWorld } from "../testing/console-world";
import { keepDemoAccounts } from "./demo-accounts";
import { door } from "./door";

const accounts = [
  {
    name: "Ines Ortega",
    role: "Reviewer",
    email: "ines@larkfield.example",
    password: "four unrelated words 7",
  },
];
let world: ConsoleWorld;
let folder: string;
beforeEach(async () => {
  world = await consoleWorld(new Date("2026-03-02T09:00:00Z"));
  folder = await mkdtemp(path.join(tmpdir(), "door-"));
  await keepDemoAccounts(folder, accounts);
});
afterEach(async () => {
  await rm(folder, { recursive: true });
  await world.close();
});

const become = async (demo: boolean) => {
  const { api } = await world.person("admin");
  const { version } = await api.settings.current({ kind: "company" });
  const body = { ...defaultCompany, name: "Larkfield", demo };
  await api.settings.publish({ kind: "company", expectedVersion: version, body, note: "test" });
};

describe("the door", () => {
  test("a real company shows its name and never an account, whatever lies on the disk", async () => {
    await become(false);
    expect(await door(world.platform, folder)).toEqual({ company: "Larkfield", demo: null });
  });

  test("the demo company shows its accounts where the seed left them", async () => {
    await become(true);
    expect(await door(world.platform, folder)).toEqual({ company: "Larkfield", demo: accounts });
    expect(await door(world.platform, path.join(folder, "elsewhere"))).toMatchObject({ demo: null });
  });
});
