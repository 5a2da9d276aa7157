/** The pages of mail: what arrived in the sandbox, and what is on its way. */
export const mailTabs = (current: "mailbox" | "outbox", uncertain: number) => [
  { href: "/inbox", label: "Mailbox", current: current === "mailbox" },
  {
    href: "/inbox/outbox",
    label: "Outbox",
    current: current === "outbox",
    ...(uncertain > 0 && { count: `${uncertain.toLocaleString("en-US")} uncertain` }),
  },
];
