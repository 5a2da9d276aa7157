type FrameFooterProps = { company: string; timeZone: string; demo: boolean };

/** By which clock times are told, and whether the people in the figures are invented. */
export function FrameFooter({ company, timeZone, demo }: FrameFooterProps) {
  return (
    <>
      {demo && <span>Sample data: {company} is invented, and so is every figure and person here.</span>}
      <span className="md:ml-auto">Touchline · times in {placeOf(timeZone)}</span>
    </>
  );
}

/** `America/Los_Angeles` is Los Angeles, `Etc/UTC` is UTC. */
function placeOf(timeZone: string): string {
  return (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
}
