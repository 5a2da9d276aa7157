import type { ReactNode } from "react";
import type { Answer } from "@/components/api-types";
import { Callout } from "@/components/ui/callout";
import { formatCount } from "@/components/ui/format";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";

type Props = {
  campaign: Answer["campaign"]["get"];
  runs: Answer["run"]["list"];
  waiting: number;
  running: boolean;
  mayChange: boolean;
  mayReview: boolean;
};

/** What the campaign needs from a person now, in one sentence. */
export function NextAction(props: Props) {
  const { tone, text } = nextOf(props);
  return (
    <Callout tone={tone} className="mb-4">
      <b className="font-medium">Next: </b>
      {text}
    </Callout>
  );
}

type Next = { tone: Tone; text: ReactNode };

function nextOf(props: Props): Next {
  const { state } = props.campaign;
  if (state === "draft") return nextOfDraft(props);
  if (state === "stopped" || state === "archived")
    return { tone: "neutral", text: "nothing. It sends no more; duplicate it to go on." };
  return askedOfPeople(props) ?? nextOfRunning(props);
}

function nextOfDraft({ campaign: { id, checks }, mayChange }: Props): Next {
  const blocking = checks.filter(({ ok }) => !ok).length;
  const edit = mayChange && `/campaigns/${id}/edit?step=launch`;
  if (blocking === 0)
    return { tone: "info", text: linked("nothing blocks the launch.", edit, "Look it over and launch it") };
  const said = `${blocking} ${blocking === 1 ? "thing blocks" : "things block"} the launch.`;
  return { tone: "hold", text: linked(said, edit, "Go on in the editor") };
}

function askedOfPeople({ campaign: { id, draft }, waiting, mayChange, mayReview }: Props): Next | null {
  if (waiting > 0) {
    const said = `${formatCount(waiting)} ${waiting === 1 ? "message waits" : "messages wait"} for a person.`;
    return { tone: "hold", text: linked(said, mayReview && `/review?campaign=${id}`, "Open in review") };
  }
  if (draft === null) return null;
  const edit = mayChange && `/campaigns/${id}/edit?step=launch`;
  return { tone: "info", text: linked("there are changes that are not published.", edit, "Look them over") };
}

function nextOfRunning({ campaign, runs, running }: Props): Next {
  if (campaign.state === "paused")
    return { tone: "hold", text: "it is paused, and nothing leaves until it goes on." };
  if (running) return { tone: "info", text: "nothing; a run is under way." };
  if (runs.rows.length === 0)
    return { tone: "info", text: "start the first run. It decides once for everybody." };
  return { tone: "neutral", text: "nothing to decide now." };
}

/** `href` is false where the page is closed to whoever looks. */
const linked = (text: string, href: string | false, label: string) =>
  href === false ? (
    text
  ) : (
    <>
      {text} <TextLink href={href}>{label}</TextLink>
    </>
  );
