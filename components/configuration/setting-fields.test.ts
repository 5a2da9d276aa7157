import { expect, test } from "vitest";
import { defaultConfiguration } from "@/server/domain/settings/configuration";
import { defaultPolicy } from "@/server/domain/settings/policy";
import { SETTING_GROUPS } from "./setting-fields";

/** These have editors of their own. */
const EDITED_ELSEWHERE = ["goals", "offers", "enabledSegmentors", "channelPriority"];

/** The dotted paths of a document's values; a list is one value. */
const pathsOf = (value: unknown, path = ""): string[] =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, path === "" ? key : `${path}.${key}`))
    : [path];

test.each([
  { kind: "policy" as const, document: defaultPolicy },
  { kind: "configuration" as const, document: defaultConfiguration },
])(
  "every setting of the $kind has a control, and no control is without its setting",
  ({ kind, document }) => {
    const settings = pathsOf(document).filter((path) => !EDITED_ELSEWHERE.includes(path.split(".")[0] ?? ""));
    const controls = SETTING_GROUPS[kind].flatMap(({ fields }) => fields.map(({ path }) => path));
    expect([...controls].sort()).toEqual([...settings].sort());
  },
);
