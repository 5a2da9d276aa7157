import { anyOf } from "./any-of";
import type { ReasonRule } from "./reason-rules";

/** What the receiver says of the sender and its server. Sources as in rules-recipient, and Spamhaus and Comcast. */
export const senderRules: readonly ReasonRule[] = [
  {
    reason: "notcompliantrfc",
    words: anyOf(
      /\brfc ?-?(?:2822|5322|822|5321|2821)\b[^;]{0,40}(?:complian|violat|standard|specif|conform|header|format)/,
      /not rfc|rfc[- ]?(?:non)?[- ]?complian|(?:violat|complian|conform)\w*[^;]{0,30}\brfc|duplicate header/,
      /(?:missing|multiple|duplicate|no|lacks?) (?:\w+[ :"'-]+){0,3}(?:from|date|message-id|subject|to):? header/,
      /header[^.]{0,30} (?:missing|required by)|missing (?:a )?(?:valid )?(?:message-id|from|date)\b/,
    ),
  },
  {
    reason: "authfailure",
    words: anyOf(
      /\b(?:spf|dkim|dmarc|domainkeys|sender ?id|adsp)\b|sender policy framework/,
      /unauthenticated (?:e-?mail|mail|message|sender)|sender is (?:un|not )authenticated/,
      /authentication (?:checks?|results?)(?: \w+){0,3} fail|did not pass (?:\w+ )?authentication/,
    ),
    unless: /\bdkim-?signature:/,
  },
  {
    reason: "requireptr",
    words: anyOf(
      /\bptr\b|reverse[- ](?:dns|name|hostname|lookup|mapping|record|address|ip)|\brdns\b|forward[- ]confirmed/,
      /(?:no|missing|without|invalid|unknown) (?:\w+ )?(?:reverse|name for)|client host(?:name)? (?:not|un)known/,
      /(?:find|resolve|verify) your (?:\w+ )?(?:hostname|host name|reverse|domain|ip|address|name)|hostname lookup of your/,
      /unverif\w+ (?:sending )?ip|(?:ip|client)(?: address)?[^.]{0,40} (?:not resolve|no (?:dns )?name|unresolv|not have a (?:valid )?(?:host ?name|name))/,
    ),
  },
  {
    reason: "badreputation",
    words:
      /reputation|sender ?score|senderbase|talos|user complaints|sending history|poor (?:sender )?history/,
  },
  {
    reason: "greylisted",
    words: /gr[ea]y-? ?list(?:ed|ing)?|postgrey|\bgr[ea]y\.rbl/,
  },
  {
    reason: "blocked",
    words: anyOf(
      /black-? ?list|block-? ?list|deny-? ?list|denied list|block list|\brbls?\b|dnsbls?\b/,
      /\b(?:zen|sbl|xbl|pbl|css|dbl)\b\.?(?:spamhaus)?|spamhaus|spamcop|\bsorbs\b|uceprotect|barracuda(?:central|networks)?|mailspike|abuseat|\bcbl\b|invaluement|hostkarma/,
      /open (?:mail )?(?:relay|proxy)\b|dynamic (?:ip|address|host)|dial-?up|residential|smtp server of your isp/,
      /banned (?:sending )?(?:ip|host|network|sender)|(?:is|are) (?:currently )?listed (?:in|at|on|by)|listed (?:in|at|on|by) \S+\.\S+|blocked (?:using|by|in) \S+\.\S+/,
      // codes of AOL, Hotmail and Outlook for their own lists
      /\brtr:|\bcon:b\d|\b(?:s3140|s3150)\b|\b(?:ou|sc|dy)-00\d\b|rejected based on geographical|access[^.]{0,20} from your (?:location|country)/,
      /complaints we received regarding the ip|ip[=:] ?ip - a problem occurred/,
    ),
    unless:
      /to\/from an address|(?:sender|from|envelope)(?: address| domain)?[^.]{0,30} black|your (?:e-?mail )?address (?:is|has been) (?:black|block)|blacklisted by (?:the )?recipient/,
  },
  {
    reason: "toomanyconn",
    words: anyOf(
      /too many (?:\w+ ){0,3}(?:connections?|sessions?)|(?:connections?|sessions?) (?:\w+ ){0,3}(?:limit|exceed|frequency|rate)/,
      /(?:limit|maximum|exceed\w*)(?: \w+){0,5} (?:connections?|sessions)|concurrent|simultaneous/,
      // Charter and Spectrum number their limits of connections and rates so
      /\baup#\w*-?13\d0\b/,
    ),
  },
  {
    reason: "speeding",
    words: anyOf(
      /rate[- ]?limit|throttl|frequency limit|mail flood|\bdyn:t\d|slow(?:ing)? down|\brp-00\d\b/,
      /too (?:many|much) (?:\w+ ){0,3}(?:messages?|e?-?mails?|mails?|recipients?|errors|requests|attempts|rcpt)/,
      /too (?:fast|quickly|frequent)|(?:message|sending|mail|unusual|recipient|delivery) rate|rate that prevents/,
      /(?:hourly|daily|per (?:hour|minute|day)|this hour|today)\b[^.]{0,60}(?:limit|exceed|quota)/,
      /(?:exceed\w*|limit|limits|reached)(?: \w+){0,8} (?:per (?:hour|minute|day|second)|sending (?:limit|quota|limits))/,
      /exceed\w* (?:\w+ ){0,3}(?:rate|recipients)|sending (?:limits?|quota)/,
    ),
    unless: /for the last|\bqueue\b|will (?:be )?(?:re)?tr(?:y|ied)|too many hops|in (?:this|the) mailbox/,
  },
  {
    reason: "norelaying",
    words: anyOf(
      /relay(?:ing)?(?: \S+){0,4} (?:denied|not permitted|not allowed|prohibited|rejected|refused|disabled|forbidden|is not)/,
      /(?:unable|not (?:allowed|permitted|authori[sz]ed|able|currently permitted)|can not|will not|do(?:es)? not|refus\w+|no|denied|not|unauthori[sz]ed) (?:to )?(?:\w+ ){0,2}relay/,
      /not in my list of allowed rcpthosts|not (?:a )?(?:local|hosted) domain|not (?:a )?local host|not a gateway/,
    ),
    unless: /relay recipient table|authentication (?:is )?required/,
  },
  {
    reason: "rejected",
    words: anyOf(
      /sender(?:'s)?(?: e-?mail| mail| envelope)?(?: address| domain| account)?(?: @| \S+@?)?(?: \w+){0,4}\W* (?:rejected|denied|refused|not (?:allowed|accepted|found|exist|valid|verified|authori[sz]ed|permitted|in my)|unknown|invalid|does not exist|do not exist|does not resolve|blocked|must (?:resolve|exist)|verif\w+ fail\w*|could not be verified|black)/,
      /(?:invalid|unknown|bad|unresolvable|unverified|forged|blocked|illegal|denied|restricted) (?:\w+ )?senders?\b|domain of sender|sender (?:verif|denied|filter)|senderfilter|required for sender|sender\b[^.]{0,60} (?:resolve fail|has no|not have)|sender domain must|verify mail ?from|possible forgery/,
      /(?:mail ?from|from:?|envelope from|return[- ]?path|from address|from domain)(?: @|: @)?(?: \w+){0,4} (?:rejected|denied|refused|not (?:allowed|accepted|permitted|exist)|invalid|does not exist|unknown|blocked|is invalid|mismatch\w*|black)/,
      /to\/from an address|envelope blocked|your (?:e-?mail )?address (?:is|has been) (?:black|block|banned)/,
      /you (?:are|may|do) not (?:have |be )?(?:\w+ )?(?:allowed|permitted|permission|authori[sz]ed) (?:to )?(?:send|post|mail|e-?mail|write|contact)/,
      /not (?:have )?(?:permissions?|allowed|authori[sz]ed|permitted) to (?:post|send|mail|e-?mail)|by owner's request|you can not send/,
      /only (?:members|subscribers|accepts? (?:mail|messages) from)|not (?:a )?member of (?:the|this) (?:mailing )?(?:group|list)|(?:group|list)[^.]{0,60}(?:may not exist|not (?:be )?open|permission)/,
      /(?:e-?mail|messages?) from (?:you|this sender|your address)[^.]{0,30}(?:not|block|refus|reject)/,
    ),
    unless: /client host|(?:sending|your|ip) (?:host|server|ip)\b|unable to validate recipient/,
  },
];
