import { auditRouter } from "./routers/audit";
import { brandRouter } from "./routers/brand";
import { campaignRouter } from "./routers/campaign";
import { companyRouter } from "./routers/company";
import { connectionRouter } from "./routers/connection";
import { customerRouter } from "./routers/customer";
import { decisionRouter } from "./routers/decision";
import { experimentRouter } from "./routers/experiment";
import { failureRouter } from "./routers/failure";
import { figuresRouter } from "./routers/figures";
import { importRouter } from "./routers/import";
import { inboxRouter } from "./routers/inbox";
import { liveRouter } from "./routers/live";
import { measureRouter } from "./routers/measure";
import { noticeRouter } from "./routers/notice";
import { outboxRouter } from "./routers/outbox";
import { productRouter } from "./routers/product";
import { reportRouter } from "./routers/report";
import { reviewRouter } from "./routers/review";
import { runRouter } from "./routers/run";
import { savedViewRouter } from "./routers/saved-view";
import { segmentRouter } from "./routers/segment";
import { sessionRouter } from "./routers/session";
import { settingsRouter } from "./routers/settings";
import { teamRouter } from "./routers/team";
import { upkeepRouter } from "./routers/upkeep";
import { writeKeyRouter } from "./routers/write-key";
import { createCallerFactory, router } from "./trpc";

/** Every procedure of the console and of the machinery. */
export const appRouter = router({
  outbox: outboxRouter,
  inbox: inboxRouter,
  import: importRouter,
  run: runRouter,
  decision: decisionRouter,
  review: reviewRouter,
  settings: settingsRouter,
  audit: auditRouter,
  campaign: campaignRouter,
  session: sessionRouter,
  savedView: savedViewRouter,
  team: teamRouter,
  figures: figuresRouter,
  experiment: experimentRouter,
  failure: failureRouter,
  live: liveRouter,
  notice: noticeRouter,
  measure: measureRouter,
  upkeep: upkeepRouter,
  customer: customerRouter,
  product: productRouter,
  writeKey: writeKeyRouter,
  report: reportRouter,
  company: companyRouter,
  segment: segmentRouter,
  brand: brandRouter,
  connection: connectionRouter,
});
export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
export type Caller = ReturnType<typeof createCaller>;
