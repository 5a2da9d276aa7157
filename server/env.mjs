import { readEnvironment } from "./env-schema.mjs";

/** The settings of this process. The only place in the server that reads process.env. */
export const env = readEnvironment(process.env);
