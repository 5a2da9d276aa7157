import { expect, test } from "vitest";
import { problemInSignIn } from "./auth-request";

const URL_OF = "http://localhost:3000/api/auth/callback/credentials";
const FORM = "application/x-www-form-urlencoded";
const request = (type: string, cookie = "", query = "") =>
  new Request(`${URL_OF}${query}`, { method: "POST", headers: { "content-type": type, cookie } });

test.each([
  "",
  "/review?id=4",
  "https://touchline.example.com/overview",
  "http://localhost:3000/",
  "//evil.example",
])("an address that reads well goes on to next-auth: %s", (url) => {
  const body = new URLSearchParams({ email: "a@b.example", callbackUrl: url }).toString();
  expect(problemInSignIn(request(FORM), body)).toBeNull();
  expect(problemInSignIn(request("application/json"), JSON.stringify({ callbackUrl: url }))).toBeNull();
  expect(problemInSignIn(request(FORM, `next-auth.callback-url=${encodeURIComponent(url)}`), "")).toBeNull();
});

test.each([
  ":::",
  "javascript:alert(1)",
  "data:text/html,x",
  "\0",
  "http:///",
  "http://[",
  "ftp://x.example",
  "/\\evil.example",
])("an address that is none is the caller's mistake: %j", (url) => {
  const said = /callbackUrl/;
  expect(problemInSignIn(request(FORM), new URLSearchParams({ callbackUrl: url }).toString())).toMatch(said);
  expect(problemInSignIn(request(FORM, "", `?callbackUrl=${encodeURIComponent(url)}`), "")).toMatch(said);
  expect(
    problemInSignIn(request(FORM, `a=b; next-auth.callback-url=${encodeURIComponent(url)}`), ""),
  ).toMatch(said);
});

test.each(['{"a":', '{"__proto__":{}}', '{"email":"\\u0000"}'])(
  "bad JSON is the caller's mistake: %s",
  (body) => {
    expect(problemInSignIn(request("application/json"), body)).toMatch(/body/);
  },
);

test("every address counts, not only the first", () => {
  const twice = new URLSearchParams([
    ["callbackUrl", "/review"],
    ["callbackUrl", ":::"],
  ]);
  expect(problemInSignIn(request(FORM), twice.toString())).toMatch(/callbackUrl/);
  expect(problemInSignIn(request(FORM, "", `?${twice}`), "")).toMatch(/callbackUrl/);
});

test("a cookie that cannot be decoded is no address", () => {
  expect(problemInSignIn(request(FORM, "__Secure-next-auth.callback-url=%E0%A4%A"), "")).toMatch(
    /callbackUrl/,
  );
});

test("a GET that calls itself JSON, as next-auth's own client does, is one without a body", () => {
  const get = new Request("http://localhost:3000/api/auth/providers", {
    headers: { "content-type": "application/json" },
  });
  expect(problemInSignIn(get, "")).toBeNull();
});
