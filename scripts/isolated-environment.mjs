const OUTSIDE_WORLD = [
  "DATABASE_URL",
  "MIGRATE_DATABASE_URL",
  "INNGEST_BASE_URL",
  "INNGEST_EVENT_KEY",
  "INNGEST_SIGNING_KEY",
  "OPENAI_API_KEY",
  "OPENAI_BASE_URL",
  "SMTP_URL",
  "PUBLIC_URL",
  "NEXTAUTH_URL",
];

/**
 * Our environment without what points to the real world: a test or a trial reaches no database, mailbox or model of
 * the caller's. The variables are empty, not absent, so that no file `.env` fills them in again.
 */
export const isolatedEnvironment = () => ({
  ...process.env,
  ...Object.fromEntries(OUTSIDE_WORLD.map((name) => [name, ""])),
  NODE_ENV: undefined,
});
