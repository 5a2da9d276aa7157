import { anyOf } from "./any-of";

/** "The mailbox is full" in French, German, Spanish, Portuguese, Italian, Dutch, Polish, Russian, Japanese and Chinese. */
export const roomWordsElsewhere = anyOf(
  /bo[iî]te (?:\w+ ){0,5}pleine|quota d[ée]pass|quota (?:superad|excedid|superat)|[ée]space disque insuffisant/,
  /(?:postfach|mailbox|speicherplatz)[^.]{0,40}(?:\bvoll\b|ersch[oö]pft|[uü]berf[uü]llt)|quota [uü]berschritten|zu ?viele (?:e-?)?mails auf/,
  /buz[oó]n[^.]{0,40}llen|caixa (?:de correio|postal)[^.]{0,30}cheia|casella[^.]{0,30}piena|postvak[^.]{0,20}vol\b/,
  /skrzynka[^.]{0,30}pełna|ящик[^.]{0,30}(?:переполнен|заполнен)|превышен[^.]{0,30}квот/,
  /容量(?:を|が)?(?:超|いっぱい|オーバー)|メールボックス[^。]{0,20}(?:超|一杯|いっぱい)|邮箱(?:已满|空间不足)|信箱已滿/,
);

/** "There is no such recipient" in these languages and Czech. */
export const recipientWordsElsewhere = anyOf(
  /destinataire[^.]{0,40}(?:inconnu|invalide|n'existe)|(?:adresse|utilisateur|compte)[^.]{0,40}(?:inconnue?|inexistante?|n'existe|invalide)/,
  /(?:empf[aä]nger|adressat|benutzer|postfach|adresse|konto)[^.]{0,40}(?:unbekannt|existiert nicht|nicht gefunden|nicht vorhanden|nicht bekannt|ung[uü]ltig)/,
  /(?:usuario|destinatario|direcci[oó]n|cuenta|buz[oó]n|casilla)[^.]{0,40}(?:desconocid|no existe|inexistente|no encontrad|inv[aá]lid)/,
  /(?:usu[aá]rio|destinat[aá]rio|endere[cç]o|conta)[^.]{0,40}(?:desconhecid|n[aã]o existe|inexistente|n[aã]o encontrad|inv[aá]lid)/,
  /(?:utente|destin\w*|casella|indirizzo)[^a-z]{0,3}[^.]{0,40}(?:sconosciut|non esiste|inesistente|non valido|errato)/,
  /(?:gebruiker|ontvanger|adres)[^.]{0,40}(?:onbekend|bestaat niet)|(?:odbiorca|u[żz]ytkownik|adres|konto|skrzynka)[^.]{0,40}(?:nieznan|nie istnieje)|nie ma takiego (?:konta|adresu|u[żz]ytkownika)/,
  /u[žz]ivatel[^.]{0,30}neexistuje|(?:пользовател|получател|ящик|адрес)\S*[^.]{0,50}(?:не найден|не существует|неизвест)|нет такого (?:пользователя|адреса)/,
  /(?:宛先|メールアドレス|ユーザ)[^。]{0,20}(?:存在しま|存在しない|不明|見つかり)|(?:用户|收件人|收件者|使用者)[^。]{0,10}(?:不存在|未找到)/,
);

/** "The account is switched off" in Spanish, Italian, French, German and Polish. */
export const suspendedWordsElsewhere = anyOf(
  /(?:usuario|casilla|cuenta)[^.]{0,30}(?:inactiv|expirad|deshabilitad|suspendid)|(?:casella|indirizzo|utente)[^.]{0,30}(?:disattiv|sospes|bloccat)/,
  /(?:compte|adresse|bo[iî]te)[^.]{0,40}(?:d[ée]sactiv|suspendu|bloqu[ée])|(?:konto|postfach|mailbox)[^.]{0,30}(?:deaktiviert|gesperrt)|konto[^.]{0,30}(?:zablokowan|nieaktywn)/,
);

/** "This is spam" in Spanish, German, French and Polish. */
export const spamWordsElsewhere = anyOf(
  /correo no deseado|unerw[uü]nschte(?:r|s)? (?:e-?mail|werbung)|courrier ind[ée]sirable|antyspam/,
);
