import type { Answer } from "@/components/api-types";
import { AlertList, AlertRow } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";

/** What needs a person, most urgent first; nothing at all while nothing does. */
export function AlertsCard({ alerts }: { alerts: Answer["figures"]["alerts"] }) {
  if (alerts.length === 0) return null;
  return (
    <AlertList label="Needs attention">
      {alerts.map(({ key, tone, title, detail, action }) => (
        <AlertRow
          key={key}
          tone={tone}
          title={title}
          action={
            action && (
              <ButtonLink size="sm" href={action.href}>
                {action.label}
              </ButtonLink>
            )
          }
        >
          {detail}
        </AlertRow>
      ))}
    </AlertList>
  );
}
