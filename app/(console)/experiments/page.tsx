import { ExperimentsPage } from "@/components/experiments/experiments-page";
import { serverCaller } from "@/server/auth";

export const metadata = { title: "Experiments" };

export default async function AllExperimentsPage() {
  const api = await serverCaller();
  const { rows } = await api.experiment.list({});
  return <ExperimentsPage rows={rows} />;
}
