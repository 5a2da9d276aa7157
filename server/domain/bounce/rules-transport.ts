import { anyOf } from "./any-of";
import type { ReasonRule } from "./reason-rules";

/** What goes wrong between the servers and inside them: mostly a matter of time. Sources as in rules-recipient. */
export const transportRules: readonly ReasonRule[] = [
  {
    reason: "networkerror",
    words: anyOf(
      /too many hops|hop count|(?:mail|routing|forwarding) loop|loop (?:detected|count|back)|loop(?:s|ing)? back|in a loop|routing (?:error|problem)/,
      /network (?:is )?(?:unreachable|error|problem|failure)|no route to host|host (?:is )?(?:down|unreachable|not reachable)|unreachable host/,
      /dns (?:error|failure|query failed|lookup|server|problem|temporar|resolution)|lookup fail|name server reply/,
      /(?:domain|host)(?: name)? (?:lookup|service|resolution)(?: \w+){0,2} (?:error|failure|failed)/,
      /name (?:server|service|lookup|resolution)(?: \w+){0,3} (?:error|failure|failed|problem|time)/,
      /temporar\w+ (?:\w+ ){0,3}(?:name|resolution|lookup|dns|resolv\w+)|unable to (?:look ?up|resolve)/,
      /lost connection|connection (?:with \S+ )?(?:is |was )?(?:lost|dropped|reset|closed|broken|aborted|interrupted|unexpectedly)|(?:broken|reset) (?:pipe|by peer)|conversation with/,
    ),
  },
  {
    reason: "expired",
    words: anyOf(
      /(?:message|envelope|mail|delivery|queue|retry)(?: \w+){0,4} (?:has )?(?:expired|time ?out|timed out|exceeded|too long)|delivery time (?:expired|out)|in the time limit/,
      /(?:could|can) not be (?:delivered|sent)[^.]{0,30} (?:for|within|after|in)(?: \w+){0,3} (?:\d+|several|more|many)/,
      /undelivered (?:for|after)|giving up|gave up|queue too long|in the (?:mail )?queue (?:for )?(?:too|more|over)|hours? on the queue/,
      /not (?:yet )?(?:been )?deliver\w* (?:\w+ ){0,9}(?:after|within|for (?:\w+ ){0,3}\d)|(?:unable|failed|not able) to deliver[^.]{0,40}(?:within|after|for (?:\w+ ){0,3}\d)/,
      /connection (?:timed out|refused|timeout|attempt)|(?:not |un)able to (?:connect|establish|contact|reach)|not accept our requests to connect|socket error/,
      /(?:no|not) (?:response|answer|reply)(?:ing)? from|not (?:respond|answer|connect)|timed? ?-?out|timeout/,
      /(?:has been|was|is|message) delayed|will (?:be )?(?:retried|retry|keep trying|continue)|no longer (?:retry|attempt)/,
      /failed (?:after )?\d+ attempts|attempts? (?:were|was|have been)? ?(?:unsuccessful|exhausted|failed)|maximum (?:retries|retry|queue)/,
    ),
  },
  {
    reason: "mailererror",
    words: anyOf(
      /command (?:died|failed|exited|terminated|output)|\bpipe (?:to|command)|exit(?:ed)?(?: with)?(?: \w+)? (?:status|code|value)/,
      /returned (?:non-?zero|\d+ from)|(?:local )?mailer(?: \w+)? (?:error|failed|failure)|procmail|maildrop|"\|/,
      /local delivery (?:failed|agent)|\bprog\b|delivery agent|x-unix|can not (?:execute|run)/,
    ),
  },
  {
    reason: "systemerror",
    words: anyOf(
      /(?:local|internal|server|system|software|configuration|database|ldap|backend|storage|i\/o|processing|temporary|transient|unexpected|unknown|general|fatal) (?:\w+ )?(?:error|failure|problem|fault)/,
      /service (?:is )?(?:currently |temporarily )?(?:unavailable|not available|shut|closing)|(?:temporarily|currently) (?:unavailable|unable|out of service|not available)/,
      /server (?:is )?(?:busy|too busy|overload|unavailable|down|configuration)|system(?:\(u\))? (?:is )?(?:not (?:accepting|available)|busy|down|overload|resources)|too busy/,
      /try (?:again |it )?(?:later|in)|(?:resources?|service) temporarily|requested action aborted|file write error/,
      /read-?only file|permission denied|insufficient permission|misconfigur|(?:can|could) not (?:open|create|append|write|access|process|load)/,
      /unable to (?:process|open|create|write|store|deliver at this time)|aborted|not available (?:at this time|now)|maintenance|overload|no such file or directory|load is too high|too much load|input\/output error/,
    ),
  },
  {
    reason: "syntaxerror",
    words: anyOf(
      /(?:command|syntax) (?:error|not (?:recogni[sz]ed|implemented|supported|understood)|unrecogni[sz]ed|unknown)|unrecogni[sz]ed command|unknown command/,
      /bad (?:command|sequence)|sequence of commands|syntax error|need (?:rcpt|mail) |protocol error|unsupported (?:command|option)|not implemented|invalid command/,
    ),
  },
];
