import type { Inngest } from "inngest";
import type { CallAs } from "./call-as";
import { countSegments } from "./functions/count-segments";
import { deliverDue } from "./functions/deliver-due";
import { expireReviews } from "./functions/expire-reviews";
import { importFile } from "./functions/import-file";
import { indexNames } from "./functions/index-names";
import { measureOutcomes } from "./functions/measure-outcomes";
import { measureThoroughly } from "./functions/measure-thoroughly";
import { recoverLeases } from "./functions/recover-leases";
import { sampleHealth } from "./functions/sample-health";
import { sendReport } from "./functions/send-report";
import { startRun } from "./functions/start-run";
import { sweepRuns } from "./functions/sweep-runs";
import { trimEventKeys } from "./functions/trim-event-keys";
import { writeContent } from "./functions/write-content";

const FUNCTIONS = [
  startRun,
  writeContent,
  importFile,
  deliverDue,
  recoverLeases,
  measureOutcomes,
  measureThoroughly,
  expireReviews,
  sweepRuns,
  trimEventKeys,
  sampleHealth,
  sendReport,
  countSegments,
  indexNames,
];

/** Every function of the machinery, at one Inngest server and calling one API. */
export const functionsFor = (inngest: Inngest, callAs: CallAs) =>
  FUNCTIONS.map((create) => create(inngest, callAs));
