import { externalServer } from "./world";

/** The Inngest server that INNGEST_BASE_URL points the suite at; null: the embedded engine. */
// biome-ignore lint/style/noProcessEnv: the suite is pointed at a server by the environment of the test run
export const external = externalServer(process.env);
