import { fileURLToPath } from "node:url";
import { ensurePrismaClient } from "./prisma-client.mjs";
import { ensureSegmentorList } from "./segmentor-list.mjs";

/** generated/: what is made from our sources before anything is bundled, checked or tested. Made again only where a source changed. */
export async function ensureGenerated() {
  ensureSegmentorList(fileURLToPath(new URL("..", import.meta.url)));
  await ensurePrismaClient();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureGenerated();
