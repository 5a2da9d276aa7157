import { liveChanges } from "@/server/services/live/changes";
import { livePosition } from "@/server/services/live/position";
import { query, router, subscription } from "../trpc";

export const liveRouter = router({ changes: subscription(liveChanges), position: query(livePosition) });
