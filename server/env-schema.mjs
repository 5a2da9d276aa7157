import { z } from "zod";

const PORT = "must be a port, 1 to 65535";
const port = (fallback) => z.coerce.number(PORT).int(PORT).min(1, PORT).max(65535, PORT).default(fallback);
const RATE = "must be a whole number, 0 for no limit";
const rate = (fallback) => z.coerce.number(RATE).int(RATE).min(0, RATE).default(fallback);
const url = (...schemes) =>
  z.url({
    protocol: new RegExp(`^(${schemes.join("|")})$`),
    error: `must be a URL: ${schemes.join(":// or ")}://…`,
  });
const web = url("http", "https").transform((text) => text.replace(/\/+$/, ""));
const secret = z.string().min(32, "must have at least 32 characters");

const variables = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),

  /** The console, the public pages and the APIs. */
  PORT: port(3000),
  /** Where the worker serves the Inngest functions, on loopback. */
  WORKER_PORT: port(3011),
  /** The embedded engine, on loopback. Unused where INNGEST_BASE_URL is set. */
  ENGINE_PORT: port(3012),
  /** The sink that stands in for a mail server, on loopback. Unused where SMTP_URL is set. */
  SANDBOX_SMTP_PORT: port(3025),
  /** Where people reach us, without a trailing slash: links in messages begin with it. */
  PUBLIC_URL: web.optional(),
  /** Where the worker asks each minute whether the console answers; by default the web process on this machine. */
  HEALTH_URL: web.optional(),

  /** As `touchline_app`: rows only. */
  DATABASE_URL: url("postgres", "postgresql"),
  /** As `touchline_owner`. Absent in web, worker and engine: only migrations and the command line get it. */
  MIGRATE_DATABASE_URL: url("postgres", "postgresql").optional(),

  INNGEST_BASE_URL: web.optional(),
  INNGEST_EVENT_KEY: z.string().min(1),
  INNGEST_SIGNING_KEY: z.string().regex(/^signkey-[\w-]+-[0-9a-f]+$/i, "must look like signkey-prod-<hex>"),

  NEXTAUTH_SECRET: secret,
  NEXTAUTH_URL: web.optional(),
  /** How many proxies of ours stand in front of the web process; each appends to X-Forwarded-For. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** What one write key may send to one web process; ten times as much at once after a quiet time. 0: no limit. */
  EVENTS_PER_SECOND: rate(20_000),
  /** Visits of public pages and links from one network address to one web process; twenty times as much at once. 0: no limit. */
  VISITS_PER_SECOND: rate(50),
  /** 32 bytes in base64. It wraps each person's key, and the keys of look-up hashes and tokens are derived from it. */
  PEOPLE_KEY: z
    .base64("must be base64")
    .transform((text) => Buffer.from(text, "base64"))
    .refine((key) => key.length === 32, "must be 32 bytes in base64: openssl rand -base64 32"),

  /** Without it the rules-based writer writes the copy. */
  OPENAI_API_KEY: z.string().min(1).optional(),
  OPENAI_BASE_URL: web.optional(),
  OPENAI_MODEL: z.string().min(1).default("gpt-4.1-mini"),
  /** Which of the two interfaces the endpoint offers; most compatible servers have `chat` only. */
  OPENAI_API: z.enum(["responses", "chat"]).default("responses"),

  /** Without it mail goes to the sandbox inbox. */
  SMTP_URL: url("smtp", "smtps").optional(),
  /** What we keep on disk besides the database's tables. */
  DATA_DIR: z.string().min(1).default(".data"),
});

/** What follows from other variables where it is not given. */
const environment = variables.transform((given) => {
  const publicUrl = given.PUBLIC_URL ?? `http://localhost:${given.PORT}`;
  return {
    ...given,
    PUBLIC_URL: publicUrl,
    HEALTH_URL: given.HEALTH_URL ?? `http://127.0.0.1:${given.PORT}/api/health`,
    NEXTAUTH_URL: given.NEXTAUTH_URL ?? publicUrl,
    INNGEST_BASE_URL: given.INNGEST_BASE_URL ?? `http://127.0.0.1:${given.ENGINE_PORT}`,
  };
});

/**
 * The settings in `source`, checked and typed. An empty variable counts as absent.
 * Throws one Error that names every variable that is missing or wrong, and never shows a value.
 * @param {Record<string, string | undefined>} source
 */
export function readEnvironment(source) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = environment.safeParse(given);
  if (result.success) return result.data;
  const complaints = result.error.issues.map(({ path, message }) => {
    const name = path.join(".");
    return `  ${name} ${given[name] === undefined ? "is missing" : message}`;
  });
  throw new Error(`The environment is not complete:\n${complaints.join("\n")}`);
}
