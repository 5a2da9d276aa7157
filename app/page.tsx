import { redirect } from "next/navigation";

/** The console begins with the figures; who is not signed in is led to the door from there. */
export default function Home() {
  redirect("/overview");
}
