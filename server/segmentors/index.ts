import { segmentors } from "@/generated/segmentors";
import type { Segmentor } from "./contract";

/** The segmentor of that id, or undefined: the configuration may name one that this version does not have. */
export const segmentorOf = (id: string): Segmentor | undefined =>
  Object.hasOwn(segmentors, id) ? segmentors[id as keyof typeof segmentors] : undefined;

/** What people call it; one that this version does not have is called by its id. */
export const segmentorTitle = (id: string | null): string | null =>
  id === null ? null : (segmentorOf(id)?.title ?? id);

/** Every file of this folder under its name. The name is the id: stored in decisions, named in the configuration, never reused. */
export { segmentors };
