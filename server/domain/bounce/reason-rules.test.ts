import { describe, expect, test } from "vitest";
import type { BounceReason } from "./bounce-reason";
import { reasonOfWords } from "./reason-rules";
import { replyWords } from "./reply-words";

/**
 * What servers say, by reason. The replies are those of the servers' sources and of the lists that receivers publish (see
 * rules-recipient), with addresses, hosts and numbers replaced.
 */
const SAID: Readonly<Partial<Record<BounceReason, readonly string[]>>> = {
  userunknown: [
    "550 5.1.1 <a@b.test>: Recipient address rejected: User unknown in virtual mailbox table",
    "550-5.1.1 The email account that you tried to reach does not exist. Please try double-checking",
    "550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302)",
    "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup",
    "550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [DB5EUR01.test]",
    "554 delivery error: dd This user doesn't have a yahoo.test account (a@yahoo.test) [0]",
    "Sorry, no mailbox here by that name. (#5.1.1)",
    "550 #5.1.0 Address rejected.",
    "User a (a@b.test) not listed in Domino Directory",
    "550 Empfänger unbekannt",
    "550 5.5.0 Adresse destinataire invalide",
    "550 Nie ma takiego konta",
  ],
  mailboxfull: [
    "552 5.2.2 Over quota",
    "452-4.2.2 The recipient's inbox is out of storage space.",
    "552 Requested mail action aborted: exceeded storage allocation",
    "554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException",
    "maildir over quota",
    "551 <the destination mailbox <a@b.test> is full>",
    "552 Postfach ist voll",
  ],
  suspend: [
    "550 5.2.1 The email account that you tried to reach is disabled.",
    "550 <a@b.test>: inactive user",
    "550 account expired",
    "554 30 Sorry, your message to a@b.test cannot be delivered. This mailbox is disabled",
  ],
  hasmoved: [
    "551 not our customer",
    "551 5.1.6 The recipient has moved to <c@d.test>",
    "550 recipient no longer on server",
  ],
  hostunknown: [
    "Host or domain name not found. Name service error for name=b.invalid type=A: Host not found",
    "Sorry, I couldn't find any host named b.invalid. (#5.1.2)",
    "all relevant MX records point to non-existent hosts",
    "550 5.4.4 SMTPSEND.DNS.NonExistentDomain; nonexistent domain",
  ],
  notaccept: ["Domain b.test does not accept mail (nullMX)", "556 5.1.10 Recipient address has null MX"],
  mesgtoobig: [
    "552 5.3.4 Message size exceeds fixed limit",
    "554 5.3.4 message size 25000000 exceeds size limit 20480000 of server mx.b.test",
  ],
  expired: [
    "connect to mx.b.test[192.0.2.1]:25: Connection timed out",
    "retry timeout exceeded",
    "Message could not be delivered for 5 days Message will be deleted from queue",
    "#550 4.4.7 QUEUE.Expired; message expired ##",
  ],
  networkerror: [
    "554 5.4.14 Hop count exceeded - possible mail loop ATTR34",
    "mail for b.test loops back to myself",
    "Host or domain name not found. Name service error for name=b.test type=MX: Host not found, try again",
    "lost connection with mx.b.test[192.0.2.1] while receiving the initial server greeting",
  ],
  systemfull: ["452 4.3.1 Insufficient system storage"],
  systemerror: ["451 4.3.0 Temporary local problem - please try later", "451 4.3.2 Server busy"],
  mailererror: ['Command died with status 1: "/usr/bin/procmail"', "local delivery failed: exit status 75"],
  greylisted: ["450 4.2.0 <a@b.test>: Recipient address rejected: Greylisted, see postgrey"],
  speeding: [
    "450 4.2.1 The user you are trying to contact is receiving mail too quickly.",
    "550-5.4.5 Daily user sending limit exceeded.",
    "421 RP-001 Unfortunately, some messages from 192.0.2.1 weren't sent. Please try again.",
  ],
  toomanyconn: ["421 4.7.0 mx.b.test Error: too many connections from 192.0.2.1", "421 blocked. AUP#In-1340"],
  blocked: [
    "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org",
    "550 5.7.606 Access denied, banned sending IP [192.0.2.1]",
    "550 5.7.1 messages from [192.0.2.1] weren't sent; part of their network is on our block list (S3150)",
    "554- (RTR:BL) 554 Connecting IP: 192.0.2.1",
    "554 <unknown[192.0.2.1]>: Client host rejected: Access denied",
    "504 5.5.2 <win-abc>: Helo command rejected: need fully-qualified hostname",
  ],
  badreputation: [
    "554 Your access to this mail system has been rejected due to the sending MTA's poor reputation",
    "550-5.7.1 this message is likely suspicious due to the very low reputation of the sending domain",
  ],
  requireptr: [
    "550 5.7.25 The IP address sending this message does not have a PTR record setup",
    "450 4.7.1 Client host rejected: cannot find your reverse hostname, [192.0.2.1]",
  ],
  authfailure: [
    "550-5.7.26 Unauthenticated email from b.test is not accepted due to domain's DMARC policy.",
    "550 5.7.23 The message was rejected because of Sender Policy Framework violation",
  ],
  rejected: [
    "550 5.1.8 <c@d.test>: Sender address rejected: Domain not found",
    "550 Sender verify failed",
    "451 4.1.8 Domain of sender address c@d.test does not resolve",
    "Sorry, you are sending to/from an address that has been blacklisted",
  ],
  norelaying: [
    "554 5.7.1 <a@b.test>: Relay access denied",
    "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)",
    "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain",
  ],
  spamdetected: [
    "550-5.7.1 this message is likely unsolicited mail. To reduce the amount of spam sent to Gmail",
    "554 5.7.1 Message scored too high on spam scale.",
    "550 5.7.1 message content rejected",
  ],
  virusdetected: ["554 rejected due to virus", "550 5.7.0 The message contains malware"],
  policyviolation: [
    "552-5.7.0 This message was blocked because its content presents a potential security issue.",
    "550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy",
  ],
  securityerror: [
    "530 5.7.0 Must issue a STARTTLS command first",
    "#550 5.7.1 RESOLVER.RST.NotAuthorized; not authorized ##",
  ],
  contenterror: ["554 5.6.0 Message contains invalid header", "550 5.6.0 Lone CR: malformed message"],
  notcompliantrfc: ["550-5.7.1 This message is not RFC 5322 compliant. There are multiple Subject headers."],
  filtered: ["550 5.1.1 Refused due to recipient preferences", "550 : User unknown"],
  syntaxerror: ["503 5.5.1 Error: need RCPT command", "500 5.5.1 Command unrecognized"],
  suppressed: [
    "Amazon SES has suppressed sending to this address because it has a recent history of bouncing",
  ],
};

describe("reasonOfWords", () => {
  const cases = Object.entries(SAID).flatMap(([reason, texts]) =>
    texts.map((text) => [reason, text] as const),
  );
  test.each(cases)("%s: %s", (reason, text) => {
    expect(reasonOfWords(replyWords(text))).toBe(reason);
  });

  test.each(["", "250 2.0.0 OK", "Your invoice for November", "Hello, thank you for the nice newsletter"])(
    "knows nothing of %j",
    (text) => {
      expect(reasonOfWords(replyWords(text))).toBeNull();
    },
  );

  test("a local part, a link or a code is no reason", () => {
    expect(replyWords("550-5.2.2 <spam@b.test> 550 5.2.2 see https://help.b.test/mailbox-full")).toBe(
      "@ see",
    );
    expect(
      reasonOfWords(replyWords("550 <mailbox.full@b.test> thanks, see https://b.test/#userunknown")),
    ).toBeNull();
  });
});
