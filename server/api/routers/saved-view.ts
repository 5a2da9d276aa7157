import { listViews } from "@/server/services/saved-view/list";
import { removeView } from "@/server/services/saved-view/remove";
import { changeView, createView } from "@/server/services/saved-view/save";
import { setDefault } from "@/server/services/saved-view/set-default";
import { shareView } from "@/server/services/saved-view/share";
import { mutation, query, router } from "../trpc";

export const savedViewRouter = router({
  list: query(listViews),
  create: mutation(createView),
  change: mutation(changeView),
  share: mutation(shareView),
  remove: mutation(removeView),
  setDefault: mutation(setDefault),
});
