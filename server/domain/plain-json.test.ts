import { expect, test } from "vitest";
import { problemInJson } from "./plain-json";

test.each([
  ["{}"],
  ['{"a":[1,"two",null,{"b":true}]}'],
  ['"[[[["'],
  ['{"text":"a \\" quoted { bracket"}'],
  ['"\\ud83d\\ude00"'],
  [`${"[".repeat(64)}${"]".repeat(64)}`],
])("%s may be read", (text) => {
  expect(problemInJson(text)).toBeNull();
});

test.each([
  { text: "", problem: /valid/ },
  { text: "{", problem: /valid/ },
  { text: "{'a':1}", problem: /valid/ },
  { text: `${"[".repeat(65)}${"]".repeat(65)}`, problem: /deeper/ },
  { text: "[".repeat(1_000_000), problem: /deeper/ },
  { text: '{"a":'.repeat(1_000_000), problem: /deeper/ },
  { text: '{"__proto__":{"isAdmin":true}}', problem: /__proto__/ },
  { text: '{"\\u005f_proto__":1}', problem: /__proto__/ },
  { text: '{"a":{"constructor":{"prototype":{"x":1}}}}', problem: /prototype|constructor/ },
  { text: '{"a":"b\\u0000c"}', problem: /NUL/ },
  { text: '{"a\\u0000":1}', problem: /NUL/ },
  { text: '{"a":["\\ud800"]}', problem: /surrogate/ },
])("$text is refused".slice(0, 40), ({ text, problem }) => {
  expect(problemInJson(text)).toMatch(problem);
  expect(Object.hasOwn(Object.prototype, "isAdmin")).toBe(false);
});
