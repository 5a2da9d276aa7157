import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import type { Role } from "@/server/domain/role";
import { Refusal } from "@/server/errors";
import { platform } from "@/server/open-platform";
import { createMember } from "@/server/services/team/create";
import { readSecret } from "./support/read-secret";

const USAGE = `npm run create-user -- --email ines@example.com --name "Ines Ortega" --roles admin,marketer

Makes an account; the first admin comes into being here. Roles: admin, marketer, reviewer, executive.
The password is read from standard input, one line; a terminal does not show it. With --generate it is made and printed once.`;

const { values } = parseArgs({
  options: {
    email: { type: "string" },
    name: { type: "string" },
    roles: { type: "string" },
    generate: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

process.exitCode = await main();

async function main(): Promise<number> {
  const { email, name, roles } = values;
  if (values.help || email === undefined || name === undefined || roles === undefined) {
    process.stderr.write(`${USAGE}\n`);
    return values.help ? 0 : 2;
  }
  const password = values.generate
    ? randomBytes(18).toString("base64url")
    : await readSecret(process.stdin, process.stderr, "Password (not shown): ");
  const open = platform();
  try {
    const ctx = { actor: { kind: "operator", command: "create-user" } as const, platform: open };
    // an unknown role is refused by name where the input is parsed
    const member = await createMember(ctx, { email, name, roles: roles.split(",") as Role[], password });
    const made = { id: member.id, email: member.email, roles: member.roles };
    process.stdout.write(`${JSON.stringify(values.generate ? { ...made, password } : made)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  } finally {
    await open.database.close();
  }
}
