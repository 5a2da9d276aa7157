import { testMail } from "@/server/services/connection/test-mail";
import { testModel } from "@/server/services/connection/test-model";
import { mutation, router } from "../trpc";

export const connectionRouter = router({ testMail: mutation(testMail), testModel: mutation(testModel) });
