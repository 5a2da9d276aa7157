/** Annotations that stand too close to be drawn apart: their numbers, first to last, at the place of the first. */
export type AnnotationGroup = { x: number | string; numbers: string };

/** Joins annotations, in order of their place, that are less than `closest` apart; words on the axis are never joined. */
export function annotationGroups(
  annotations: readonly { x: number | string }[],
  closest: number,
): AnnotationGroup[] {
  const groups: { x: number | string; first: number; last: number }[] = [];
  for (const [index, { x }] of annotations.entries()) {
    const open = groups.at(-1);
    const isNear = typeof x === "number" && typeof open?.x === "number" && Math.abs(x - open.x) < closest;
    if (open !== undefined && isNear) open.last = index + 1;
    else groups.push({ x, first: index + 1, last: index + 1 });
  }
  return groups.map(({ x, first, last }) => ({
    x,
    numbers: first === last ? String(first) : `${first}–${last}`,
  }));
}
