import { rm } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MergeData, Renderer, RenderJob } from "./contract";
import { createRenderer } from "./create-renderer";
import { DEFAULT_LIMITS } from "./liquid";
import { bundleThread } from "./testing/bundle-thread";

let script: string;
let renderer: Renderer;

beforeAll(async () => {
  script = await bundleThread();
  renderer = createRenderer({ threads: 2, script });
}, 30_000);
afterAll(async () => {
  await renderer.close();
  await rm(path.dirname(script), { recursive: true });
});

const job = (body: string, data: MergeData = {}): RenderJob => ({
  subject: "s",
  preheader: "p",
  html: body,
  text: "t",
  data,
});
const hello: RenderJob = {
  subject: 'Hi {{ person.firstName | default: "there" }}',
  preheader: "",
  html: "<p>{{ person.firstName }}</p>",
  text: "{{ person.firstName }}",
  data: { person: { firstName: "Ada" } },
};

describe("the renderer", () => {
  test("a name is inert in HTML, as it is in text, and adds no header", async () => {
    const firstName = '<img src=x onerror="alert(1)">\r\nBcc: x@example.com';
    const [one] = await renderer.render([{ ...hello, data: { person: { firstName } } }]);
    expect(one).toMatchObject({ ok: true });
    if (one?.ok !== true) return;
    expect(one.html).not.toContain("<img");
    expect(one.html).toContain("&lt;img");
    expect(one.text).toContain(firstName);
    expect(one.subject).not.toMatch(/[\r\n]/);
  });

  test("what is missing has its fallback", async () => {
    const rendered = await renderer.render([
      { ...hello, data: {} },
      { ...hello, data: { person: { firstName: null } } },
    ]);
    expect(rendered.map((one) => one.ok && one.subject)).toEqual(["Hi there", "Hi there"]);
  });

  test("keeps the order over many batches and threads", async () => {
    const names = Array.from({ length: 1_050 }, (_, i) => `n${i}`);
    const rendered = await renderer.render(
      names.map((firstName) => ({ ...hello, data: { person: { firstName } } })),
    );
    expect(rendered.map((one) => one.ok && one.text)).toEqual(names);
  });

  test.each([
    ["an endless loop", "{% for i in (1..100000) %}{% for j in (1..100000) %}{% endfor %}{% endfor %}"],
    ["a padded date", "{{ 'now' | date: '%5000000d' }}"],
    [
      "a doubling array",
      "{% assign a = 'x,y' | split: ',' %}{% for i in (1..60) %}{% assign a = a | concat: a %}{% endfor %}",
    ],
    [
      "a doubling text",
      "{% assign s = 'xxxxxxxxxx' %}{% for i in (1..60) %}{% assign s = s | append: s %}{% endfor %}{{ s }}",
    ],
    ["a huge range", "{% for i in (1..1000000000) %}x{% endfor %}"],
    ["an include", "{% include 'a' %}"],
    ["a render", "{% render '../../package.json' %}"],
    ["a layout", "{% layout '/etc/passwd' %}"],
    ["raw as a filter", "{{ person.firstName | raw }}"],
    ["raw as a tag", "{% raw %}{{ x }}{% endraw %}"],
    ["an open tag", "{% if x %}"],
    ["a huge template", "x".repeat(300_000)],
  ])("%s is an error of its own job only", async (_, body) => {
    const rendered = await renderer.render([hello, job(body), hello]);
    expect(rendered.map((one) => one.ok)).toEqual([true, false, true]);
  });

  test("reaches neither prototype nor environment", async () => {
    const body =
      "[{{ person.constructor }}{{ __proto__ }}{{ person.__proto__.toString }}{{ env }}{{ process }}{{ globalThis }}]";
    const [one] = await renderer.render([job(body, { person: {} })]);
    expect(one).toMatchObject({ ok: true, html: "[]" });
  });
});

test("a thread that will not stop is killed, and only its job fails", async () => {
  const careless = createRenderer({
    threads: 1,
    script,
    stallMs: 150,
    limits: { ...DEFAULT_LIMITS, renderMs: 1e9, allocations: 1e12 },
  });
  const endless = job("{% for i in (1..100000) %}{% for j in (1..100000) %}{% endfor %}{% endfor %}");
  const rendered = await careless.render([hello, endless, hello, endless, hello]);
  expect(rendered.map((one) => one.ok)).toEqual([true, false, true, false, true]);
  expect(rendered[1]).toEqual({ ok: false, error: "rendering took too long" });
  await careless.close();
});

test("a thread that eats its memory is replaced, and only its job fails", async () => {
  const careless = createRenderer({
    threads: 1,
    script,
    stallMs: 20_000,
    limits: { ...DEFAULT_LIMITS, renderMs: 1e9, allocations: 1e12, outputChars: 1e9 },
  });
  const greedy = job(
    "{% assign a = 'x' | split: ',' %}{% for i in (1..60) %}{% assign a = a | concat: a %}{% endfor %}",
  );
  const rendered = await careless.render([hello, greedy, hello]);
  expect(rendered.map((one) => one.ok)).toEqual([true, false, true]);
  await careless.close();
});

test("a script that is not there is an error, not a wait", async () => {
  const broken = createRenderer({ threads: 1, script: "/nowhere/thread.mjs" });
  await expect(broken.render([hello])).rejects.toThrow(/render thread/);
  await broken.close();
});
