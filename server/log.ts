import { pino } from "pino";
import { env } from "@/server/env.mjs";
import { logSerializers } from "./log-serializers";

/** One JSON object a line: line breaks and terminal escapes in values arrive escaped. Never log personal data. */
export const log = pino({ level: env.LOG_LEVEL, serializers: logSerializers });
