import { AlertList, AlertRow } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format";
import { Stack } from "@/components/ui/page";
import { OutboxTable } from "./outbox-table";

type Props = Parameters<typeof OutboxTable>[0];

/** The outbox, with what only a person can settle on top. */
export function OutboxPage(table: Props) {
  const { ask, page } = table.first;
  const { uncertain } = page.counts;
  return (
    <Stack>
      {uncertain > 0 && (
        <AlertList label="Needs a person">
          <AlertRow
            tone="hold"
            title={
              uncertain === 1
                ? "Of 1 message nobody knows whether it left."
                : `Of ${formatCount(uncertain)} messages nobody knows whether they left.`
            }
            action={
              !ask.states?.includes("uncertain") && (
                <ButtonLink size="sm" href="/inbox/outbox?state=uncertain">
                  Show
                </ButtonLink>
              )
            }
          >
            The connection broke after they were handed over. They are never sent again by themselves: look
            them up at the mail provider, then say here what you found.
          </AlertRow>
        </AlertList>
      )}
      <OutboxTable {...table} />
    </Stack>
  );
}
