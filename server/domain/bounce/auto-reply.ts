import { headerOf, type MimePart } from "../mime/mime-part";

/** Subjects of answers by absent people, in the languages of the large mail programs. */
const SUBJECT =
  /\bout[- ]of[- ](?:the[- ])?office\b|\booo\b|^(?:auto(?:matic|mated)?[- :]*(?:reply|response|respond|answer)|auto ?:)|\bauto-?repl(?:y|ies)\b|\bvacation\b|\bon (?:leave|holidays?|annual leave|parental leave)\b|\baway from (?:the office|my (?:desk|mail|email))|\babwesen(?:d|heit)|automatische antwort|\burlaub\b|r[eé]ponse automatique|absen(?:ce|t|te)\b|respuesta autom[aá]tica|fuera de (?:la )?oficina|ausente|resposta autom[aá]tica|fora do escrit[oó]rio|ausência|risposta automatica|fuori (?:sede|ufficio)|assenza|automatisch antwoord|afwezig|automatisk(?:t)? svar|fr[aå]nvar|autosvar|automaattinen vastaus|autoodpowied|poza biurem|automatick[aáé] odpov|автоматический ответ|автоответ|отсутств|不在|自動応答|自動返信|自动回复|自動回覆|부재중|자동 회신|otomatik yanıt|תגובה אוטומטית/i;
/** The same in the text, for mails that say so nowhere else. */
const TEXT =
  /\b(?:i am|i'm|i will be|we are) (?:currently |presently )?(?:out of (?:the )?office|on (?:vacation|holidays?|leave|annual leave|maternity leave|parental leave|sick leave)|away (?:from|until))|\bich bin (?:derzeit |zur ?zeit |momentan )?(?:nicht im (?:hause?|b[uü]ro)|im urlaub|abwesend)|je suis (?:actuellement )?(?:absente?|en cong[eé]s?)|estoy (?:fuera de la oficina|de vacaciones)/i;

/**
 * Whether a mail is an answer by a machine on behalf of somebody who does not read it now. RFC 3834 § 5 marks it
 * `Auto-Submitted: auto-replied`; older programs have marks of their own. Delivery reports, which some programs mark in the
 * same way, must have been told apart before.
 */
export function isAutoReply(mail: MimePart, notice: string): boolean {
  const submitted = headerOf(mail, "auto-submitted").toLowerCase();
  if (submitted.startsWith("auto-replied")) return true;
  if (/auto[_-]?(?:reply|response)/i.test(headerOf(mail, "precedence"))) return true;
  if (MARKS.some((name) => headerOf(mail, name) !== "")) return true;
  const isSaid = SUBJECT.test(headerOf(mail, "subject").replace(/^(?:re|aw|sv|tr|fwd?): */i, ""));
  return isSaid || TEXT.test(notice.slice(0, 2000));
}

const MARKS = [
  "x-autoreply",
  "x-autorespond",
  "x-autoresponder",
  "x-auto-reply",
  "x-autoreply-from",
  "x-mail-autoreply",
];
