// Who may import whom: docs of the folders are in AGENTS.md. Tests may look behind the walls; programs wire things up.
const TEST = "\\.test\\.tsx?$|/testing/|/conformance/";
const PLUGINS = "segmentors|guardrails|agents";
const WORKSHOPS = "store|llm|channels|render";
const node = "^(node:|assert$|buffer$|crypto$|events$|fs$|path$|url$|util$|os$|http$)";

/** Files below `from` may not import what matches `to`. */
const ban = (name, comment, from, to, { except, ...extra } = {}) => ({
  name,
  comment,
  severity: "error",
  from: { path: from, pathNot: except ? `${TEST}|${except}` : TEST },
  to: { path: to, ...extra },
});
/** Files below `from` may import nothing but what matches `allowed`. */
const only = (name, comment, from, allowed) => ban(name, comment, from, `^(?!${allowed})`);

const PURE = "server/domain/|node_modules/zod/|crypto$|node:crypto$";

module.exports = {
  forbidden: [
    {
      name: "no-circles",
      comment: "a circle of values is one module in disguise; types may meet",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "everything-resolves",
      comment: "an import that leads nowhere escapes every other rule",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    only("domain-is-pure", "domain imports itself, zod and hashes", "^server/domain/", PURE),
    only(
      "a-plug-in-is-one-file",
      "it knows the domain, its contract and nothing else; the registry may be written for it",
      `^server/(${PLUGINS})/`,
      `${PURE}|server/(${PLUGINS})/|generated/segmentors`,
    ),
    ban("plug-ins-do-not-mix", "", `^server/(${PLUGINS})/`, `^server/(${PLUGINS})/`, {
      pathNot: "^server/$1/",
    }),
    only(
      "the-line-asks-through-ports",
      "no database, no SDK, no service in the pipeline",
      "^server/pipeline/",
      `${PURE}|server/(pipeline|${PLUGINS})/`,
    ),
    ban(
      "the-database-is-behind-store",
      "store is the only importer of Prisma and pg; the engine keeps its own tables",
      "^(app|components|inngest|server)/",
      "^(generated/prisma|node_modules/@prisma|node_modules/pg|node_modules/pg-copy-streams)/",
      { except: "^server/(store|engine)/" },
    ),
    ban(
      "workshops-know-the-domain-only",
      "what stores, writes, sends and renders meets in services",
      `^server/(${WORKSHOPS})/`,
      "^(app|components|inngest|bench|e2e|scripts|server/(?!domain/|env\\.mjs|$1/))",
      {
        dependencyTypesNot: ["type-only"],
      },
    ),
    ban(
      "services-know-no-caller",
      "a use-case is the same for a page, a job and a command",
      "^server/services/",
      "^(app|components|inngest|bench|e2e|scripts|server/(api|auth|cli|engine|sandbox|worker)(/|-|\\.|$))",
    ),
    ban(
      "models-are-behind-llm",
      "",
      "^(app|components|inngest|server|bench)/",
      "node_modules/(ai|@ai-sdk)/",
      {
        except: "^server/llm/",
      },
    ),
    ban(
      "routers-call-services",
      "input, permission, one call",
      "^server/api/routers/",
      "^server/(store|llm|channels|pipeline|render)/",
      {
        dependencyTypesNot: ["type-only"],
      },
    ),
    ban(
      "routes-hold-no-machinery",
      "check access, prefetch, one component or one service",
      "^app/",
      `^server/(${WORKSHOPS}|${PLUGINS}|pipeline|engine|worker|cli|sandbox)/`,
      {
        dependencyTypesNot: ["type-only"],
      },
    ),
    ban(
      "pages-ask-the-api",
      "where permissions are looked at; the door is before there is anybody to permit",
      "^app/.*\\.tsx$",
      "^server/services/(?!session/door)",
      {
        dependencyTypesNot: ["type-only"],
      },
    ),
    ban(
      "jobs-call-the-api",
      "jobs write through the system caller",
      "^inngest/",
      "^(server/(store|llm|channels)|app|components)/",
      {
        dependencyTypesNot: ["type-only"],
      },
    ),
    ban("the-browser-takes-types-only", "and values of the domain", "^components/", "^server/(?!domain/)", {
      dependencyTypesNot: ["type-only"],
    }),
    ban("the-browser-has-no-node", "", "^components/", node),
    ban("server-never-imports-ui", "", "^(server|inngest|bench)/", "^(app|components)/"),
    ban("components-know-no-routes", "", "^components/", "^app/"),
    ban(
      "features-do-not-mix",
      "ui, charts, shell and copy are shared",
      "^components/([^/]+)/",
      "^components/([^/]+)/",
      {
        pathNot: "^components/($1|ui|charts|shell|copy)/",
      },
    ),
    ban(
      "engine-stands-alone",
      "it speaks a protocol and knows nothing of marketing",
      "^server/engine/",
      "^(server/(?!engine/|domain/|env|clock)|inngest|app|components)",
    ),
    ban(
      "the-product-runs-without-its-tests",
      "the kill test is a test, though it is run by a command of its own",
      "^(app|components|inngest|server|bench)/",
      `^e2e/|${TEST}`,
      { except: "^server/cli/kill-test[./]" },
    ),
  ],
  options: {
    parser: "swc", // TypeScript 7 offers no parser to others: without swc nothing would be read
    doNotFollow: { path: "node_modules|^generated/" },
    exclude: { path: "^(\\.next|dist|\\.data)/" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
