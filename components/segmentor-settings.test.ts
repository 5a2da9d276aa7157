import { expect, test } from "vitest";
import { segmentorOf } from "@/server/segmentors";
import { settingTitle, settingWords } from "./segmentor-settings";

test("every setting of every segmentor has words", () => {
  for (const id of ["rfm", "behavioural"]) {
    const settings = segmentorOf(id)?.settings.parse({}) as Record<string, number>;
    for (const name of Object.keys(settings)) expect(settingTitle(name)).not.toBe(name);
  }
  expect(settingWords("dropShare", 0.6)).toBe("fading from a drop of 60 %");
  expect(settingWords("quietAfterDays", 120)).toBe("quiet after 120 days");
});
