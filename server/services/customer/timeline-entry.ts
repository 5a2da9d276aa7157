import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { numbersOf, readCustomer } from "@/server/store/customers-read.sql";
import { timelineRow } from "@/server/store/customers-timeline.sql";
import { view } from "../verb";
import { timelinePlace } from "./place";

/** One entry of a customer's timeline as it is stored. What is sealed stays sealed. */
export const timelineEntry = view(
  { needs: "customer.read", input: z.object({ id: rowId, place: timelinePlace }) },
  async ({ ctx, input: { id, place } }) => {
    const { sql } = ctx.platform.database;
    const customer = await readCustomer(sql, id);
    const row = customer === null ? null : await timelineRow(sql, await numbersOf(sql, customer.id), place);
    if (row === null) throw new Refusal("NOT_FOUND", "place: there is no such entry in this timeline");
    return { row };
  },
);
