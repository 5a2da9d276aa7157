import { createCaller } from "@/server/api/root";
import type { Role } from "@/server/domain/role";
import type { Platform } from "@/server/platform";

/** Who looks at the console. */
export const ACCOUNT = { email: "bench@larkfield.example", password: "a bench for the console" };

/** Makes the account, as `npm run create-user` does. */
export async function makeAccount(platform: Platform, roles: Role[]): Promise<void> {
  const operator = createCaller({ actor: { kind: "operator", command: "bench" }, platform });
  await operator.team.create({ ...ACCOUNT, name: "Bench", roles });
}
