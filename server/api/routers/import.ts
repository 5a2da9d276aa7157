import { cancelImport } from "@/server/services/import/cancel";
import { createImport } from "@/server/services/import/create";
import { getImport } from "@/server/services/import/get";
import { listImportsPage } from "@/server/services/import/list";
import { previewImport } from "@/server/services/import/preview";
import { importRejections } from "@/server/services/import/rejections";
import { runImport } from "@/server/services/import/run";
import { startImport } from "@/server/services/import/start";
import { mutation, query, router } from "../trpc";

export const importRouter = router({
  list: query(listImportsPage),
  get: query(getImport),
  preview: query(previewImport),
  rejections: query(importRejections),
  create: mutation(createImport),
  start: mutation(startImport),
  cancel: mutation(cancelImport),
  run: mutation(runImport),
});
