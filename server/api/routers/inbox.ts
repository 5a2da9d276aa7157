import { getMail } from "@/server/services/inbox/get";
import { listMails } from "@/server/services/inbox/list";
import { query, router } from "../trpc";

export const inboxRouter = router({ list: query(listMails), get: query(getMail) });
