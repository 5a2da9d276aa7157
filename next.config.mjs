import path from "node:path";

const development = process.env.NODE_ENV === "development";

/** Next writes small scripts and styles into its pages, hence 'unsafe-inline'. Pictures of messages come from anywhere. */
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${development ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: https:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join("; ");

/** What no page can be about. Such a page would begin to stream, as 200, before it could say so. */
const NO_SUCH_ADDRESS = [
  "/customers/:id((?![1-9]\\d{0,8}$)[^/]+)",
  "/imports/:id((?![1-9]\\d{0,8}$)[^/]+)",
  "/decisions/:id((?![1-9]\\d{0,9}-[1-9]\\d{0,9}$)[^/]+)",
  "/segments/:key([^/.]+)",
];

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // types are checked by `npm test`, not by each start
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
  // a fresh clone is built once, before its first start: small server code and a cache for a next build would only cost time
  experimental: { turbopackFileSystemCacheForBuild: false, serverMinification: false },
  outputFileTracingRoot: path.resolve(import.meta.dirname),
  serverExternalPackages: ["mjml", "nodemailer", "pg-copy-streams", "smtp-server", "inngest", "esbuild"],
  // the public API lives at /v1, as the clients of Segment's specification expect
  rewrites: async () => [
    { source: "/favicon.ico", destination: "/icon.svg" }, // asked for by browsers, whatever a page says
    { source: "/v1/:path*", destination: "/api/v1/:path*" },
    ...NO_SUCH_ADDRESS.map((source) => ({ source, destination: "/not-found" })),
  ],
  headers: async () => [
    {
      // the pages behind a message bring stricter ones of their own (docs/decisions/028)
      source: "/((?!u/|p/|api/o/|api/c/).*)",
      headers: [
        { key: "Content-Security-Policy", value: contentSecurityPolicy },
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "X-Frame-Options", value: "DENY" },
        { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
        { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
      ],
    },
  ],
};

export default config;
