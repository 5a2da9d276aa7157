import { anyOf } from "./any-of";
import type { ReasonRule } from "./reason-rules";
import { spamWordsElsewhere, suspendedWordsElsewhere } from "./rules-languages";

/** What the receiver says of the mail, its policy, and at last in general terms. Sources as in rules-recipient. */
export const mailRules: readonly ReasonRule[] = [
  {
    reason: "virusdetected",
    words: anyOf(
      /(?<!anti[- ]?)\bvirus(?:es)?\b(?! scan| protection| filter)|\bmalware\b|\binfected\b|\btrojan\b|\bworm\b/,
      /malicious (?:content|code|file|attachment|software)|(?:rtr|hvu):ch/,
    ),
    unless: /no virus|virus[- ]free/,
  },
  {
    reason: "spamdetected",
    words: anyOf(
      /\bspam(?!haus|cop)|\bjunk(?: ?mail)?\b|unsolicited|\buce\b|\bube\b|bulk (?:e-?)?mail/,
      /(?:message|mail) content (?:was |is |has been )?(?:rejected|refused|denied|not accept)|content (?:filter|filtering|reject)/,
      /rejected (?:due to|because of|by|for) (?:\w+ )?content|phish|high[- ]probability|suspicious (?:bounce )?(?:content|message|mail)|likely suspicious|\bscam\b|mcspam|mail rejet/,
      spamWordsElsewhere,
    ),
  },
  {
    reason: "contenterror",
    words: anyOf(
      /\bmime\b|malformed(?! or unexpected name)|bare (?:lf|cr|line)|8-?bit|invalid (?:message )?(?:format|character|charset|encoding|header|data in)/,
      /(?:character set|charset|encoding)[^.]{0,30}(?:not supported|unsupported|invalid)|line (?:length|too long|is too long)/,
      /headers?[^.]{0,30} (?:too (?:big|large|long)|contain)|message (?:format|syntax)|smtputf8|unable to convert/,
      /conversion (?:required|failed|not supported|prohibited)|illegal (?:attachment|character)|improper (?:use|format|header|message|encoding)|missing (?:body|content)/,
    ),
    // how a report begins
    unless: /mime-encapsulated|message in mime format|mime-formatted/,
  },
  {
    reason: "policyviolation",
    words: anyOf(
      /polic(?:y|ies)|potential(?:ly)? (?:security|dangerous|unsafe|harmful)|header error|quarantin|will not accept (?:delivery|this|your)/,
      /(?:prohibited|banned|blocked|forbidden|dangerous|unsafe|illegal|disallowed) (?:\w+ ){0,2}(?:attachment|file|content|extension|word)/,
      /attachment[^.]{0,40}(?:not (?:allowed|accepted|permitted)|blocked|prohibited|forbidden|rejected|denied)|not accept[^.]{0,30}attachment|\.(?:exe|scr|vbs|js|bat)\b/,
      /(?:administrat\w+) prohibit|prohibited by|bounced by administrator|local rule|protected by/,
      /security (?:reasons|issue|problem|concern|polic|regulations)|terms of (?:use|service)|acceptable use/,
      /(?:violat|contravene)\w*|not (?:meet|comply|conform)|content restrict|restricted content/,
    ),
    unless: /unable to validate recipient/,
  },
  {
    reason: "suspend",
    words: anyOf(suspendedWordsElsewhere, /mailbox @?(?: \S+)? ?is restricted/),
    unless: /unbekannt|inconnu|sconosciut|desconocid/,
  },
  {
    reason: "securityerror",
    words: anyOf(
      /requires authentication|smtp authentication|authentication (?:is )?(?:required|needed|failed|failure|credentials)|auth(?:entication|ori[sz]ation)? (?:required|failed)/,
      /must (?:be )?(?:authenticate|log ?in|issue a starttls)|authrequired|\bstarttls\b|\btls\b|encrypt|not authenticated|smtp auth/,
      /not authori[sz]ed|unauthori[sz]ed|delivery (?:not authori[sz]ed|to this address is restricted)|resolver\.rst\.|restriction in the system/,
      /restricted|credentials|certificate|login (?:required|failed)|denied access/,
    ),
  },
  {
    reason: "blocked",
    words: anyOf(
      /(?:\bip\b|client|host|server|network|connections?|you|sender|domain|site|message|mail|e-?mail|system|address)(?:[^.;]{0,50})? (?:is |are |was |were |has been |have been |been |temporarily |permanently |currently ){0,3}(?:blocked|banned|barred|not welcome|refused by|rejected by|prohibited)/,
      /(?:blocked|banned) (?:\w+ ){0,3}(?:ip|host|network|server|connection|client|address)|is blocked\b|\bblocked (?:by|using)\b|@ :blocked|:blocked\)/,
      /access[- ](?:is |was |from )?(?:\S+ )?(?:denied|refused|forbidden)|no access from|connection refused ?\(|your access to/,
      /connection (?:rejected|refused by (?:policy|remote policy)|denied|not allowed|blocked|refused due to)|connections will not be accepted/,
      /(?:helo|ehlo)[^.]{0,60}(?:reject|invalid|denied|not (?:allowed|accept|match|resolv|valid)|forged|unknown)/,
      /not (?:allowed|permitted|authori[sz]ed) to (?:connect|use|access)|refus\w* (?:to talk|your|mail|connection|e-?mail)/,
      /(?:message|mail|e-?mail|mail data|transaction)(?: \S+)? (?:was |is |has been )?(?:refused|rejected|denied)\b/,
      /(?:blocked|refused|rejected|denied) (?:for|due to|by|because of) abuse|go away|bad (?:client|host)|client host rejected/,
      /ip (?:address )?(?:not allowed|rejected|refused)|temporarily (?:blocked|deferred)|unexpected volume|service refus|not accepting (?:smtp )?connections/,
    ),
    unless:
      /recipient (?:address(?:es)? )?rejected|connection refused by localhost|by (?:the )?recipient|recipient'?s? preferences|unable to validate recipient|(?:for|by|from) the recipient domain/,
  },
];
