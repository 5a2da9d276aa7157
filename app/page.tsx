import { redirect } from "next/navigation";
import { getSessionUser } from "@/server/auth";

/** Reviewers begin with what waits for them, all others with the figures; who is not signed in is led to the door from there. */
export default async function Home() {
  const user = await getSessionUser();
  const isReviewer = user?.roles.every((role) => role === "reviewer");
  redirect(isReviewer ? "/review" : "/overview");
}
