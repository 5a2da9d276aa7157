/**
 * For each dependency rule, two files that break it and nothing else: name → the file that breaks it, what it imports.
 * `npm run deps` makes them in a temporary folder and fails where a rule lets its own pass.
 */
export const plantedViolations = {
  "no-circles": {
    "server/services/a.ts": 'import { b } from "@/server/services/b"; export const a = () => b;',
    "server/services/b.ts": 'import { a } from "@/server/services/a"; export const b = () => a;',
  },
  "everything-resolves": { "server/services/a.ts": 'export * from "@/server/nowhere";' },
  "domain-is-pure": {
    "server/domain/a.ts": 'import { readFile } from "node:fs"; export const a = readFile;',
  },
  "a-plug-in-is-one-file": {
    "server/guardrails/a.ts": 'import { b } from "@/server/services/b"; export const a = b;',
    "server/services/b.ts": "export const b = 1;",
  },
  "plug-ins-do-not-mix": {
    "server/guardrails/a.ts": 'import { b } from "@/server/segmentors/b"; export const a = b;',
    "server/segmentors/b.ts": "export const b = 1;",
  },
  "the-line-asks-through-ports": {
    "server/pipeline/nodes/a.ts": 'import { b } from "@/server/store/b"; export const a = b;',
    "server/store/b.ts": "export const b = 1;",
  },
  "the-database-is-behind-store": { "server/services/a.ts": 'import pg from "pg"; export const a = pg;' },
  "workshops-know-the-domain-only": {
    "server/store/a.ts": 'import { b } from "@/server/llm/b"; export const a = b;',
    "server/llm/b.ts": "export const b = 1;",
  },
  "services-know-no-caller": {
    "server/services/a.ts": 'import { b } from "@/server/api/b"; export const a = b;',
    "server/api/b.ts": "export const b = 1;",
  },
  "models-are-behind-llm": { "server/services/a.ts": 'import { b } from "ai"; export const a = b;' },
  "routers-call-services": {
    "server/api/routers/a.ts": 'import { b } from "@/server/store/b"; export const a = b;',
    "server/store/b.ts": "export const b = 1;",
  },
  "routes-hold-no-machinery": {
    "app/a/route.ts": 'import { b } from "@/server/store/b"; export const a = b;',
    "server/store/b.ts": "export const b = 1;",
  },
  "pages-ask-the-api": {
    "app/a/page.tsx": 'import { b } from "@/server/services/b"; export const A = () => <p title={b}>x</p>;',
    "server/services/b.ts": 'export const b = "1";',
  },
  "jobs-call-the-api": {
    "inngest/functions/a.ts": 'import { b } from "@/server/store/b"; export const a = b;',
    "server/store/b.ts": "export const b = 1;",
  },
  "the-browser-takes-types-only": {
    "components/review/a.tsx":
      'import { b } from "@/server/services/b"; export const A = () => <p title={b}>x</p>;',
    "server/services/b.ts": 'export const b = "1";',
  },
  "the-browser-has-no-node": {
    "components/review/a.tsx": 'import { sep } from "node:path"; export const A = () => <p>{sep}</p>;',
  },
  "server-never-imports-ui": {
    "server/services/a.ts": 'import { B } from "@/components/ui/b"; export const a = B;',
    "components/ui/b.tsx": "export const B = () => <p>x</p>;",
  },
  "components-know-no-routes": {
    "components/ui/a.ts": 'import { b } from "@/app/b"; export const a = b;',
    "app/b.ts": "export const b = 1;",
  },
  "features-do-not-mix": {
    "components/review/a.ts": 'import { b } from "@/components/campaigns/b"; export const a = b;',
    "components/campaigns/b.ts": "export const b = 1;",
  },
  "engine-stands-alone": {
    "server/engine/a.ts": 'import { b } from "@/server/services/b"; export const a = b;',
    "server/services/b.ts": "export const b = 1;",
  },
  "the-product-runs-without-its-tests": {
    "server/services/a.ts": 'import { b } from "@/server/services/testing/b"; export const a = b;',
    "server/services/testing/b.ts": "export const b = 1;",
  },
};

/** Packages as the planted files need them: there, and empty. */
export const plantedPackages = ["pg", "ai"];
