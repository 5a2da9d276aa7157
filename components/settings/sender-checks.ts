import type { Company } from "@/server/domain/settings/company";

type Check = { name: string; tone: "pass" | "hold" | "block"; outcome: string; text: string };

/** Domains that no company owns (RFC 2606, RFC 6761). */
const RESERVED = /(^|\.)(example|test|invalid|localhost)$|(^|\.)example\.(com|net|org)$/i;
/** Mailbox providers refuse mail in their own name from other servers (their DMARC policy says so). */
const MAILBOXES =
  /^(gmail\.com|googlemail\.com|yahoo\.[a-z.]+|outlook\.com|hotmail\.[a-z.]+|icloud\.com|aol\.com|gmx\.[a-z]+)$/i;

/** What can be said of a sender without asking anybody. */
export function senderChecks({ fromAddress, postalAddress, websiteUrl }: Company): Check[] {
  const domain = fromAddress.slice(fromAddress.lastIndexOf("@") + 1).toLowerCase();
  return [
    postalAddress.trim() === ""
      ? { name: "Postal address", tone: "block", outcome: "missing", text: "no mail leaves without one" }
      : { name: "Postal address", tone: "pass", outcome: "passed", text: "stands in every mail" },
    ownDomain(domain),
    sameSite(domain, websiteUrl)
      ? { name: "Website", tone: "pass", outcome: "passed", text: "links lead to the sender's own domain" }
      : {
          name: "Website",
          tone: "hold",
          outcome: "worth a look",
          text: `links lead to another domain than ${domain || "the sender's"}, which filters count against a mail`,
        },
  ];
}

function ownDomain(domain: string): Check {
  const name = "Domain";
  if (domain === "" || RESERVED.test(domain))
    return {
      name,
      tone: "block",
      outcome: "wrong",
      text: `${domain || "it"} is reserved for examples: no answer can reach it`,
    };
  if (MAILBOXES.test(domain))
    return {
      name,
      tone: "block",
      outcome: "wrong",
      text: `${domain} is a mailbox provider; it has others refuse mail in its name`,
    };
  return { name, tone: "pass", outcome: "passed", text: `${domain} can be your own` };
}

function sameSite(domain: string, websiteUrl: string): boolean {
  const host = URL.canParse(websiteUrl) ? new URL(websiteUrl).hostname.toLowerCase() : "";
  const [site, sender] = [host.replace(/^www\./, ""), domain.replace(/^(mail|news|email)\./, "")];
  return site !== "" && (site === sender || site.endsWith(`.${sender}`) || sender.endsWith(`.${site}`));
}
