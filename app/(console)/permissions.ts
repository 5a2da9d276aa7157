import { getSessionUser } from "@/server/auth";
import { type Permission, permissionsOf } from "@/server/domain/role";

/** What the signed-in person may do: read anew on each request. A page leaves out what the API would refuse. */
export async function myPermissions(): Promise<ReadonlySet<Permission>> {
  const user = await getSessionUser();
  return permissionsOf(user?.roles ?? []);
}
