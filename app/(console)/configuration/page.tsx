import { redirect } from "next/navigation";

export default function ConfigurationIndex(): never {
  redirect("/configuration/configuration");
}
