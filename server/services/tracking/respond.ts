import type { Language } from "@/server/domain/copy/email-words";
import { PUBLIC_WORDS, type PublicWords } from "@/server/domain/copy/public-words";
import { TEST_TOKEN } from "@/server/domain/message-links";
import { readToken, type TokenPurpose, writeToken } from "@/server/domain/token";
import type { Platform } from "@/server/platform";
import { settingInForce } from "@/server/store/settings";
import { customerLanguage } from "@/server/store/tracking";
import { changePreferences, type Preferences, preferencesOf } from "./preferences";
import { PUBLIC_HEADERS, type PublicPage, publicPage } from "./public-page";
import { unsubscribe } from "./unsubscribe";

type Tools = Pick<Platform, "database" | "vault" | "clock">;
type Look = { language: Language; company: string; words: PublicWords };

/** GET of the unsubscribe address: a page with a button. It changes nothing, for scanners follow links (P16). */
export async function showUnsubscribe(tools: Tools, token: string): Promise<Response> {
  const look = await lookFor(tools, token, "unsubscribe");
  if (look === null) return notOurs(tools, token);
  const { words } = look;
  return page(look, {
    title: words.unsubscribeTitle,
    lead: words.unsubscribeLead,
    button: { label: words.unsubscribeButton, name: "confirm", value: "yes" },
  });
}

/** POST to it, from the page's button or by RFC 8058's one click: acts at once, without cookies or redirects. */
export async function doUnsubscribe(tools: Tools, token: string, body: string): Promise<Response> {
  const isOneClick = /(?:^|&|\s|")List-Unsubscribe(?:=|"\s+)One-Click/i.test(body);
  const done = await unsubscribe(tools, token, isOneClick ? "one-click" : "page");
  if (!done.ok) return notOurs(tools, token);
  const look = await lookFor(tools, token, "unsubscribe");
  if (look === null) return notOurs(tools, token);
  const { words } = look;
  const href = preferencesPath(tools, token);
  return page(look, {
    title: words.doneTitle,
    lead: words.doneLead,
    ...(href === null ? {} : { link: { label: words.changeLink, href } }),
  });
}

/** GET of the preference address: what stands, and the button that changes it. */
export async function showPreferences(tools: Tools, token: string): Promise<Response> {
  const look = await lookFor(tools, token, "preferences");
  const standing = await preferencesOf(tools, token);
  return look === null || standing === null ? notOurs(tools, token) : preferencesPage(look, standing);
}

/** POST to it: `wish=stop` or `wish=resume`; anything else is 400. */
export async function doPreferences(tools: Tools, token: string, body: string): Promise<Response> {
  const look = await lookFor(tools, token, "preferences");
  if (look === null) return notOurs(tools, token);
  const wish = new URLSearchParams(body).get("wish");
  if (wish !== "stop" && wish !== "resume") return new Response("wish: stop or resume", { status: 400 });
  const standing = await changePreferences(tools, token, wish);
  return standing === null ? notOurs(tools, token) : preferencesPage(look, standing);
}

function preferencesPage(look: Look, { isSubscribed, mayResume }: Preferences): Response {
  const { words } = look;
  const title = words.preferencesTitle;
  if (isSubscribed) {
    return page(look, {
      title,
      lead: words.subscribedLead,
      button: { label: words.unsubscribeButton, name: "wish", value: "stop" },
    });
  }
  if (!mayResume) return page(look, { title, lead: words.blockedLead });
  return page(look, {
    title,
    lead: words.stoppedLead,
    button: { label: words.resumeButton, name: "wish", value: "resume" },
  });
}

const page = (look: Look, content: Omit<PublicPage, "language" | "company">, status = 200): Response =>
  new Response(publicPage({ ...look, ...content, lead: content.lead.replace("%s", () => look.company) }), {
    status,
    headers: PUBLIC_HEADERS,
  });

/** One answer for every token that is not good, so that nobody learns which part was wrong; a test's says that it is one. */
async function notOurs({ database }: Tools, token: string): Promise<Response> {
  const { body } = await settingInForce(database.sql, "company");
  const words = PUBLIC_WORDS[body.language];
  const look = { language: body.language, company: body.name, words };
  if (token === TEST_TOKEN) return page(look, { title: words.testTitle, lead: words.testLead });
  return page(look, { title: words.invalidTitle, lead: words.invalidLead }, 403);
}

/** The page's language and sender for a genuine token; null for any other. */
async function lookFor(
  { database, vault }: Tools,
  token: string,
  purpose: TokenPurpose,
): Promise<Look | null> {
  const reading = readToken(token, purpose, vault.sign.bind(vault));
  if (!reading.ok) return null;
  const { body } = await settingInForce(database.sql, "company");
  const spoken = (await customerLanguage(database.sql, reading.content.customerId))?.slice(0, 2);
  const language = spoken !== undefined && isWritten(spoken) ? spoken : body.language;
  return { language, company: body.name, words: PUBLIC_WORDS[language] };
}

const isWritten = (language: string): language is Language => Object.hasOwn(PUBLIC_WORDS, language);

/** The preference page of the same person and message. */
function preferencesPath({ vault }: Tools, token: string): string | null {
  const sign = vault.sign.bind(vault);
  const reading = readToken(token, "unsubscribe", sign);
  return reading.ok ? `/p/${writeToken({ ...reading.content, purpose: "preferences" }, sign)}` : null;
}
