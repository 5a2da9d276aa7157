import { atWork } from "@/server/services/session/at-work";
import { changePassword } from "@/server/services/session/change-password";
import { mutation, router } from "../trpc";

export const sessionRouter = router({ changePassword: mutation(changePassword), atWork: mutation(atWork) });
