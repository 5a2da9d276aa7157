import { listNotices } from "@/server/services/notice/list";
import { markNoticesSeen } from "@/server/services/notice/mark-seen";
import { mutation, query, router } from "../trpc";

export const noticeRouter = router({ list: query(listNotices), markSeen: mutation(markNoticesSeen) });
