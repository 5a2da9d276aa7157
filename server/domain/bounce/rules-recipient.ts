import { anyOf } from "./any-of";
import type { ReasonRule } from "./reason-rules";
import { recipientWordsElsewhere, roomWordsElsewhere } from "./rules-languages";

/** Whom or what a mail is meant for. "@" is an address (see replyWords). */
const WHO = new RegExp(
  "(?:users?|recipients?|mail[- ]?box(?:es)?|e?-?mail address(?:es)?|address(?:es)?|addressees?|accounts?|alias(?:es)?|" +
    "local[- ]?part|inbox|user ?name|mail ?drop|subscribers?|customers?|person|members?)",
).source;

/**
 * Sources of the words in all rules: the reply texts of RFC 5321 § 4.2.2, the sources of Postfix, Exim, sendmail and qmail,
 * and the lists that receivers publish: Google (support.google.com/a/answer/3726730), Microsoft (learn.microsoft.com,
 * "Email non-delivery reports", and sendersupport.olc.protection.outlook.com/pm/troubleshooting), Yahoo
 * (senders.yahooinc.com/smtp-error-codes), Apple (support.apple.com/102322), GMX and Web.de (postmaster.gmx.net).
 */
export const roomRules: readonly ReasonRule[] = [
  {
    reason: "systemfull",
    words: anyOf(
      /(?:insufficient|not enough|out of|low on) (?:\w+ )?(?:system|server) (?:storage|disk|resources|memory|space)/,
      /disk (?:is )?full|no space left|file ?system (?:is )?full|system (?:storage|is) full|not enough disk/,
    ),
  },
  {
    reason: "mailboxfull",
    words: anyOf(
      /(?:over|exceed\w*|beyond|out of|reached|exhausted|insufficient|above) (?:\w+ ){0,4}(?:quota|storage|mailbox (?:size|limit)|allowed size)/,
      /quota ?(?:(?:limit|usage|size|space) )?(?:has been |is |was |have been )?(?:exceed|full|reach|exhaust|violat)|over-?quota|dis[ck] quota/,
      /(?:mailbox|inbox|storage|disk) space (?:is )?(?:not enough|insufficient|exhausted|full)/,
      /(?:mail ?(?:box|folder|dir)|inbox|account|user|recipient|message store)(?: @)?(?: \w+){0,5} (?:is |are )?(?:too )?full\b/,
      /full mailbox|mailbox (?:size )?limit|mailbox (?:has )?exceed|storage (?:quota|allocation|limit)/,
      /no (?:more )?(?:space|room) (?:left )?(?:in|for) (?:\w+ ){0,2}(?:mailbox|inbox|user|recipient)/,
      /too (?:many|much) (?:messages|mail|data) (?:in|on) (?:this |the )?(?:mailbox|inbox|server)/,
      roomWordsElsewhere,
    ),
    unless: /(?:sending|sender|daily|hourly|message|rate) quota|exceed\w* (?:\w+ ){0,3}(?:rate|recipients)/,
  },
  // a program that delivers locally speaks, whatever else it says
  { reason: "mailererror", words: /^(?:procmail|dovecot|vdelivermail|mail\.local|local-lmtp)\b/ },
  {
    reason: "mesgtoobig",
    words: anyOf(
      /(?:message|mail|e-?mail|size|body|content|file|it)(?: \w+){0,4} (?:is |was )?too (?:big|large|long)\b/,
      /too (?:big|large) (?:for|a)\b|size limit|maximum (?:message )?size|message too (?:big|large)/,
      /(?:message|mail) (?:size|length)(?: \w+){0,4} (?:exceed|limit|larger|greater)/,
      /exceed\w* (?:\w+ ){0,5}(?:message|mail|maximum|size) (?:size|length|limit)/,
      /larger than (?:the )?(?:\w+ ){0,3}(?:limit|maximum|allowed)/,
      /nachricht[^.]{0,30}zu gro(?:ß|ss)|message trop (?:gros|volumineux)|mensaje demasiado grande/,
    ),
    unless: /header[^.]{0,20} too (?:big|large|long)|line[^.]{0,10} too long/,
  },
  { reason: "suppressed", words: /has suppressed sending|suppression list|recent history of bounc/ },
  // what shared hosting says of a local address of which it knows nothing
  { reason: "hostunknown", words: /account or domain may not exist/ },
];

/** What the receiver says of the mailbox and its domain. */
export const recipientRules: readonly ReasonRule[] = [
  {
    reason: "filtered",
    words: anyOf(
      /(?:recipient|user|addressee)'?s?(?: \w+){0,4} (?:preferences?|filters?|settings?|choice)\b|e-?mail preferences/,
      /(?:refused|rejected|blocked|filtered|denied|not accepted|blacklisted) by (?:the )?(?:recipient|user|addressee|mailbox owner)/,
      /(?:recipient|user|addressee) (?:\w+ )?(?:refuses|rejects|blocks|refused|rejected your|does not (?:accept|want|wish))\b/,
      /\bfiltered\b|mail filter|junk filter|domain-?specified reception|message filter/,
      // au (KDDI) says so after the mail's last byte where the subscriber's filter refused it; at RCPT it names the address
      /(?:^|-> ?)(?:\d{3} )?: user unknown/,
    ),
  },
  {
    reason: "hasmoved",
    words: anyOf(
      /(?:recipient|user|mailbox|address|account)[^.]{0,30} (?:moved|has changed|changed to|been replaced)/,
      /no longer on (?:this )?server|not our (?:user|customer)|user not local; please|new (?:e-?mail )?address (?:is|:)/,
      /please (?:use|try|update)[^.]{0,40}new address|has (?:been )?moved to/,
    ),
  },
  {
    reason: "suspend",
    words: anyOf(
      new RegExp(
        `(?:${WHO}|domain|service|@|<[\\w.-]+>)(?:[^.;]{0,50}) (?:is|are|was|were|been|has|status is|currently|temporarily|permanently) (?:\\w+ ){0,2}(?:suspend|disabled|deactivat|inactive|locked|frozen|dormant|closed|terminated|cancel|discontinued|expired|on hold|restricted|limited|blocked\\b)`,
      ),
      new RegExp(
        `(?:inactive|disabled|suspended|deactivated|expired|locked|closed|dormant|blocked|inactivated) (?:\\w+ )?${WHO}`,
      ),
      new RegExp(
        `${WHO}(?: @)?(?: \\w+)? (?:disabled|suspended|deactivated|inactive|inactivated|locked|frozen|expired|closed|not active|not activated)`,
      ),
      /not (?:allowed|enabled|permitted) to receive|account is not allowed|deactivated due to|(?:dis|de)\w+ due to (?:inactivity|non|abuse)/,
      /mail receiving disabled|mail is not (?:currently )?being accepted for (?:this|the) (?:mailbox|user)|(?:account|mailbox) (?:has been )?unused|lack of use/,
    ),
    unless:
      /\bsender|your (?:account|domain|e-?mail|ip|server)|client (?:host|ip)|sending|(?:rate|speed|fast|quick)/,
  },
  {
    reason: "notaccept",
    words: anyOf(
      /\bnull ?mx\b|\bno (?:valid )?mx\b|find (?:a |any )?(?:mail exchanger|mx)/,
      /(?:host|domain|server|system|site|machine|[a-z0-9-]+\.[a-z]{2,})(?: @| \S+)? (?:does|do|will|can) not (?:accept|receive|handle|take) (?:any |incoming |smtp )?(?:e-?mails?|mails?|messages?)/,
      /(?:domain|host)[^.]{0,40} (?:accepts|receives) no mail|no mail (?:service|server|exchanger)/,
      /does not accept (?:any )?(?:e-?mails?|mails?|messages?) (?:at all|for this domain)|not (?:configured|set up) to (?:receive|accept) (?:e-?mail|mail)/,
      /mail (?:service|delivery|reception)[^.]{0,20} disabled/,
    ),
    unless: /\bsender|from you|your (?:ip|host|server|network)|gateway does not/,
  },
  {
    reason: "hostunknown",
    words: anyOf(
      /(?:host|domain)(?: or domain)?(?: name)?(?:[^.;:]{0,60}|: host)? (?:is |was )?(?:unknown|not found|not known|does not exist|do not exist|not exist|could not be found|can not be found|invalid|no longer exists|not resolv\w+)|domain is not reachable/,
      /unknown (?:host|domain|mail host)|(?:no such|non-?existent|invalid|illegal|bad) (?:mail )?(?:host|domain)/,
      /\b[a-z0-9-]+\.[a-z]{2,} does not exist|(?:can|could) not find (?:any )?(?:host|domain)|nxdomain/,
      /name (?:or service )?not (?:known|found)|unroute?able (?:mail )?(?:domain|address)|non-existent hosts/,
      /all host address lookups failed permanently|no route found (?:to|for) (?:the )?domain|bad destination (?:system|host)/,
      /(?:domain|host)[^.]{0,40} (?:no|not have any) (?:a|dns|address) record/,
    ),
    unless:
      /\bsender|domain of|(?:your|client|sending|helo|ehlo) (?:\w+ )?(?:host|domain|ip|server)|try again later|not found, try again|temporar|lookup failure/,
  },
  {
    reason: "userunknown",
    words: anyOf(
      new RegExp(
        `(?:unknown|invalid|bad|no such|non-?existent|illegal|unrecogni[sz]ed|undefined|nonexisting|non existent|wrong|incorrect|undeliverable|no valid|not a valid|not a known|not a registered|no known) (?:[\\w-]+ ){0,3}${WHO}`,
      ),
      new RegExp(
        `(?:${WHO}|@)(?: \\S+){0,7}? ?[:;,.-]* ?(?:unknown|not found|not known|not recogni[sz]ed|unrecogni[sz]ed|invalid|not valid|no exist|not exist(?:ing)?|not be (?:found|verified)|no longer (?:exists?|valid|available|in use|active|here|employed|works?|accepts)|nonexistent|non-existent|not listed|not registered|undeliverable|not a (?:valid|known|local) (?:mailbox|user|recipient|address)|not defined|incorrect|wrong|not here|not ok\\b|lookup[^.]{0,20}failed)`,
      ),
      /not have (?:an? )?(?:\S+ )?(?:account|mailbox)|there is no (?:such )?(?:user|mailbox|account|one)|no longer an? employee|callout verification failed|recipient is not allowed|can not deliver mail for/,
      /no (?:account|mail[- ]?box|user|one|person|recipient|such) (?:here |found )?(?:by|with|at|has|here|called|named|person|in)\b|no (?:mail[- ]?box|mail ?drop) (?:here|found)|no such (?:id|name|login)\b|mailbox name not allowed/,
      /recipnotfound|resolver\.adr\.|recipient(?: name)? (?:is )?not (?:recogni[sz]ed|found)|not listed in|can not route mail to user|no matches found|not found in (?:\w+ )?(?:ldap|directory|server)/,
      /(?:recipient|mailbox)s? (?:is |currently )?unavailable|mailbox (?:is )?(?:unavailable|not available)/,
      /unable to (?:find|validate|verify|locate) (?:\w+ ){0,3}(?:user|recipient|mailbox|address)/,
      /(?:could|can) not (?:find|locate|verify|resolve) (?:\w+ ){0,3}(?:user|recipient|mailbox|address|account)/,
      /is not (?:a )?(?:known|valid|our|local) (?:user|recipient|customer|mailbox|address)|not a (?:user|recipient|member) of (?:this )?domain/,
      /(?:recipient|address|mailbox)(?:es|s)?(?: address(?:es)?)? (?:is |was |were )?(?:refused|rejected|not accepted) ?[.:]?(?: access denied\.?(?: as\(\d+\))?)?(?: ?\[[^\]]*\])?$/,
      /recipient address(?:es)? rejected ?: access denied|(?:^|\W)@ (?:is )?(?:rejected|refused|denied|not accepted)[.]?$/,
      recipientWordsElsewhere,
    ),
    unless:
      /\bsender|mail ?from|reverse[- ]path|return[- ]path|from (?:address|domain)|client|(?:your|sending|ip) (?:ip )?(?:address|host|server)|helo|header|temporar|try again|gr[ea]ylist|malformed/,
  },
];
