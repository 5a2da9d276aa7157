import { tryCopy } from "@/server/services/brand/try-copy";
import { query, router } from "../trpc";

export const brandRouter = router({ tryCopy: query(tryCopy) });
