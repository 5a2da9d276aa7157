import { figuresScope } from "@/server/domain/figures-scope";
import { changes } from "@/server/store/figures-annotations.sql";
import { view } from "../verb";
import { scopeOf } from "./scope";

const MOST = 8;

/**
 * What changed in the period that may explain a bend in a line, oldest first: settings published after their first
 * version, and campaigns launched, paused or stopped. `hasMore`: there were more than fit on a drawing.
 */
export const annotations = view(
  { needs: "figures.read", input: figuresScope },
  async ({ ctx, now, input }) => {
    const { scope } = await scopeOf(ctx, now, input);
    const found = await changes(ctx.platform.database.sql, scope, MOST + 1);
    return { changes: found.slice(0, MOST).reverse(), hasMore: found.length > MOST };
  },
);
