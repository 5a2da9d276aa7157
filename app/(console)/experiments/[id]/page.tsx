import { ExperimentPage } from "@/components/experiments/experiment-page";
import { Crumb } from "@/components/shell/crumb";
import { serverCaller } from "@/server/auth";
import { idOf, orNotFound } from "../../found";

export const metadata = { title: "Experiment" };

export default async function OneExperimentPage({ params }: { params: Promise<{ id: string }> }) {
  const id = idOf((await params).id);
  const api = await serverCaller();
  const experiment = await orNotFound(api.experiment.get({ id }));
  return (
    <>
      <Crumb label={experiment.name} />
      <ExperimentPage experiment={experiment} />
    </>
  );
}
