import { expect, test } from "vitest";
import { liveTopicsOf } from "./live-topics-of";

test.each([
  ["/overview", ["outcome", "outbox", "campaign"]],
  ["/imports/12", ["import"]],
  ["/inbox/outbox", ["outbox"]],
  ["/campaigns/7", ["campaign", "outbox", "outcome"]],
  ["/campaigns/7/edit", []],
  ["/campaigns/new", []],
  ["/imports/new", []],
  ["/importsome", []],
  ["/review", []],
])("%s follows %j", (pathname, topics) => {
  expect(liveTopicsOf(pathname)).toEqual(topics);
});
