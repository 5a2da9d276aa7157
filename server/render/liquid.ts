import { Liquid } from "liquidjs";
import type { Rendered, RenderJob } from "./contract";

/** What one rendering may cost. Liquid keeps to them by its own count; the thread is killed where it does not. */
export type RenderLimits = {
  /** characters of one template */
  parseChars: number;
  renderMs: number;
  /** objects and characters made on the way, by Liquid's count */
  allocations: number;
  /** characters of one result */
  outputChars: number;
};

export const DEFAULT_LIMITS: RenderLimits = {
  parseChars: 200_000,
  renderMs: 200,
  allocations: 2_000_000,
  outputChars: 400_000,
};

/** No files, no other templates, no way round the escaping, nothing that gives another answer tomorrow. */
const TAGS = new Set([
  "assign",
  "break",
  "capture",
  "case",
  "comment",
  "continue",
  "cycle",
  "for",
  "if",
  "unless",
  "#",
]);
const FILTERS = new Set([
  "append",
  "capitalize",
  "default",
  "divided_by",
  "downcase",
  "escape",
  "first",
  "join",
  "last",
  "lstrip",
  "minus",
  "plus",
  "prepend",
  "remove",
  "replace",
  "round",
  "rstrip",
  "size",
  "slice",
  "split",
  "strip",
  "times",
  "truncate",
  "upcase",
]);
/** Templates parsed by one engine before it forgets them: a batch has a few creatives. */
const REMEMBERED = 200;

type Template = ReturnType<Liquid["parse"]>;

/** Renders one job: HTML escaped, subject, preheader and text plain and (but for the text) on one line. Never throws. */
export function jobRenderer(limits: RenderLimits): (job: RenderJob) => Rendered {
  const html = templateRenderer(limits, true);
  const plain = templateRenderer(limits, false);
  return (job) => {
    try {
      return {
        ok: true,
        subject: headerLine(plain(job.subject, job.data)),
        preheader: headerLine(plain(job.preheader, job.data)),
        html: html(job.html, job.data),
        text: plain(job.text, job.data),
      };
    } catch (error) {
      return { ok: false, error: error instanceof Error ? error.message : String(error) };
    }
  };
}

function templateRenderer(limits: RenderLimits, escapes: boolean) {
  const engine = new Liquid({
    ...(escapes ? { outputEscape: "escape" as const } : {}),
    strictFilters: true,
    strictVariables: false,
    ownPropertyOnly: true,
    dynamicPartials: false,
    templates: {},
    parseLimit: limits.parseChars,
    renderLimit: limits.renderMs,
    memoryLimit: limits.allocations,
  });
  for (const name of Object.keys(engine.tags)) if (!TAGS.has(name)) delete engine.tags[name];
  for (const name of Object.keys(engine.filters)) if (!FILTERS.has(name)) delete engine.filters[name];

  const parsed = new Map<string, Template>();
  const parse = (source: string): Template => {
    const known = parsed.get(source);
    if (known !== undefined) return known;
    const template = engine.parse(source);
    if (parsed.size >= REMEMBERED) parsed.clear();
    parsed.set(source, template);
    return template;
  };
  return (source: string, data: object): string => {
    const output = String(engine.renderSync(parse(source), data));
    if (output.length > limits.outputChars) throw new Error("the rendered message is too large");
    return output;
  };
}

/** One line without control characters: a name can't add a header. */
const headerLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
