import { expect, test } from "vitest";
import { readEnvironment } from "./env-schema.mjs";

const complete = {
  DATABASE_URL: "postgresql://touchline_app:x@127.0.0.1:5432/touchline",
  INNGEST_EVENT_KEY: "key",
  INNGEST_SIGNING_KEY: "signkey-prod-00ff",
  NEXTAUTH_SECRET: "s".repeat(32),
  PEOPLE_KEY: Buffer.alloc(32, 1).toString("base64"),
};

test("addresses follow from the ports", () => {
  const env = readEnvironment({ ...complete, PORT: "4000", ENGINE_PORT: "4001" });
  expect(env).toMatchObject({
    PORT: 4000,
    WORKER_PORT: 3011,
    PUBLIC_URL: "http://localhost:4000",
    NEXTAUTH_URL: "http://localhost:4000",
    INNGEST_BASE_URL: "http://127.0.0.1:4001",
  });
});

test("a public address loses its trailing slash and is where people sign in", () => {
  const env = readEnvironment({ ...complete, PUBLIC_URL: "https://touchline.example.com/" });
  expect(env.PUBLIC_URL).toBe("https://touchline.example.com");
  expect(env.NEXTAUTH_URL).toBe("https://touchline.example.com");
});

test("an empty variable counts as absent", () => {
  expect(readEnvironment({ ...complete, OPENAI_API_KEY: "", SMTP_URL: "" })).not.toHaveProperty(
    "OPENAI_API_KEY",
  );
});

test.each([
  { name: "PORT", value: "http" },
  { name: "PORT", value: "70000" },
  { name: "DATABASE_URL", value: "mysql://root:hunter2@h/db" },
  { name: "SMTP_URL", value: "mail.example.com" },
  { name: "PEOPLE_KEY", value: Buffer.alloc(31).toString("base64") },
  { name: "PEOPLE_KEY", value: "not base64!" },
  { name: "NEXTAUTH_SECRET", value: "hunter2" },
  { name: "INNGEST_SIGNING_KEY", value: "hunter2" },
  { name: "OPENAI_API", value: "assistants" },
])("$name=$value is refused by name, and its value stays secret", ({ name, value }) => {
  expect(() => readEnvironment({ ...complete, [name]: value })).toThrow(
    new RegExp(`^The environment.*\n  ${name} `),
  );
  expect(() => readEnvironment({ ...complete, [name]: value })).not.toThrow(/hunter2/);
});

test("everything missing is named at once", () => {
  expect(() => readEnvironment({})).toThrow(
    /DATABASE_URL is missing\n.*INNGEST_EVENT_KEY is missing\n.*INNGEST_SIGNING_KEY is missing\n.*NEXTAUTH_SECRET is missing\n.*PEOPLE_KEY is missing/,
  );
});
