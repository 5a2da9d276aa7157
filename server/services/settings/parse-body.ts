import { type SettingKind, settingKinds } from "@/server/domain/settings";
import type { Configuration } from "@/server/domain/settings/configuration";
import { Refusal } from "@/server/errors";
import { segmentorOf } from "@/server/segmentors";

type Complaint = string;

/** The document as it will be stored. Refuses with every field that is wrong and what it should be. */
export function parseBody(kind: SettingKind, raw: unknown): unknown {
  const parsed = settingKinds[kind].schema.safeParse(raw);
  if (!parsed.success) {
    const complaints = parsed.error.issues.map(
      ({ path, message }) => `${path.join(".") || "body"}: ${message}`,
    );
    throw new Refusal("BAD_REQUEST", complaints.join("; "));
  }
  const complaints = kind === "configuration" ? disagreements(parsed.data as Configuration) : [];
  if (complaints.length > 0) throw new Refusal("BAD_REQUEST", complaints.join("; "));
  return parsed.data;
}

/** What the parts of a configuration say of each other, which no field can see alone. */
function disagreements({ offers, enabledSegmentors, goals, sendHours }: Configuration): Complaint[] {
  const ids = offers.map(({ id }) => id);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  const named = [...enabledSegmentors, ...Object.values(goals).flatMap((goal) => goal?.segmentors ?? [])];
  const unknown = new Set(named.filter((id) => segmentorOf(id) === undefined));
  return [
    ...twice.map((id) => `offers: the id ${id} is used twice`),
    ...[...unknown].map((id) => `segmentors: there is none called ${id}`),
    ...(sendHours.from < sendHours.to ? [] : ["sendHours: from must come before to"]),
    ...Object.entries(goals).flatMap(([goal, its]) => badSettings(goal, its?.settings ?? {})),
  ];
}

/** Each segmentor reads its own settings. */
const badSettings = (goal: string, settings: Readonly<Record<string, unknown>>): Complaint[] =>
  Object.entries(settings).flatMap(([id, its]) => {
    const segmentor = segmentorOf(id);
    if (segmentor === undefined) return [`goals.${goal}.settings: there is no segmentor called ${id}`];
    const parsed = segmentor.settings.safeParse(its ?? {});
    const issues = parsed.success ? [] : parsed.error.issues;
    return issues.map(({ path, message }) => `goals.${goal}.settings.${[id, ...path].join(".")}: ${message}`);
  });
