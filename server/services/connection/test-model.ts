import { z } from "zod";
import type { Context } from "@/server/context";
import { Refusal } from "@/server/errors";
import type { ModelProbe } from "@/server/llm/contract";
import { verb } from "../verb";
import { countTest, personOf } from "./own-address";

const input = z.object({});

const begin = verb(
  { action: "settings.test-model", needs: "settings.write", input },
  async ({ actor, ctx }) => {
    personOf(actor);
    if (ctx.platform.writer.probe === undefined)
      throw new Refusal(
        "CONFLICT",
        "no model key is set, so the rules write every piece; set OPENAI_API_KEY and start again",
      );
    await countTest(ctx.platform.database, "model", actor);
    return { out: null, entity: { type: "settings", id: "model" }, before: null, after: { asked: true } };
  },
);

/** Asks the configured model for a few words: which model answered, how fast, with how many tokens, or the plain error. */
export const testModel = Object.assign(
  async (ctx: Context, raw: z.input<typeof input>): Promise<ModelProbe> => {
    await begin(ctx, raw);
    const { writer } = ctx.platform;
    if (writer.probe === undefined) throw new Error("the writer lost its model");
    return writer.probe();
  },
  { input: begin.input, needs: begin.needs },
);
