type Outcome = { sent: number; duplicates: number; sentToUnsubscribed: number; auditVerified: boolean };

/** What a walkthrough must not show, in words; empty where all is well. */
export function faultsOf({ sent, duplicates, sentToUnsubscribed, auditVerified }: Outcome): string[] {
  return [
    ...(sent === 0 ? ["no mail left"] : []),
    ...(duplicates > 0 ? [`${duplicates} mails arrived more than once`] : []),
    ...(sentToUnsubscribed > 0 ? [`${sentToUnsubscribed} mails went to people who had unsubscribed`] : []),
    ...(auditVerified ? [] : ["the audit does not fit its hashes"]),
  ];
}
