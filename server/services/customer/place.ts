import { z } from "zod";

/** Where a page of a sorted list ends: `1741608000000:17`. */
export const listPlace = z
  .string()
  .regex(/^-?\d{1,16}(\.\d+)?:\d{1,10}$/, "use what the page before gave as next")
  .transform((text) => {
    const [value = "", id = ""] = text.split(":");
    return { value: Number(value), id: Number(id) };
  });

/** Where a page of a timeline ends: `1741608000000:order17`. */
export const timelinePlace = z
  .string()
  .regex(/^\d{1,15}:[a-z0-9-]{1,60}$/, "use what the page before gave as next")
  .transform((text) => {
    const [atMs = "", key = ""] = text.split(":");
    return { atMs: Number(atMs), key };
  });
