/** A kind of words or looks that spam has more often than other mail. */
export type SpamSign = {
  kind: string;
  /** what one of them adds to the log odds of spam */
  weight: number;
  words: RegExp;
};

/**
 * Signs of spam for a company that has trained nothing yet. The kinds follow the tests of Apache SpamAssassin
 * (spamassassin.apache.org/tests), the FTC's advice on phishing and on the CAN-SPAM Act (consumer.ftc.gov,
 * ftc.gov/business-guidance) and what T. A. Almeida et al. 2011 (ACM DocEng) found in text messages. The words and weights
 * are ours and were fitted to no data.
 */
export const SPAM_SIGNS: readonly SpamSign[] = [
  {
    kind: "prize",
    weight: 1.6,
    words:
      /\b(?:you(?:'ve| have)? (?:won|been (?:selected|chosen))|winner|prize|lottery|jackpot|claim (?:your|now)|lucky draw|reward (?:awaits|waiting)|cash award)\b/gi,
  },
  {
    kind: "contest",
    weight: 0.9,
    words:
      /\b(?:(?:to|and|could|can) win\b|win (?:a|an|the|up to|cash|[£$€]\S+)|prize draw|free entry|competition|entitled to|selected to receive|awarded)\b/gi,
  },
  {
    kind: "paid messages",
    weight: 0.9,
    words:
      /\b(?:txts?|std (?:txt|text) rate|(?:per|a) (?:msg|text|minute)|ppm|ringtones?|t&?c'?s? apply|18\+|to (?:stop|unsubscribe),? (?:text|txt|reply|send))(?!\w)/gi,
  },
  {
    kind: "money",
    weight: 1.1,
    words:
      /\b(?:(?:extra|fast|easy|quick|free) (?:cash|money|income)|make money|earn \S+ (?:per|a) (?:day|week|month|hour)|double your|million (?:dollars|euros|pounds|usd)|inheritance|get rich|work from home|financial freedom|no fees?)\b/gi,
  },
  {
    kind: "credit and loans",
    weight: 1.0,
    words:
      /\b(?:(?:instant|payday|cheap|guaranteed) loans?|no credit check|consolidate (?:your )?debt|lowest (?:interest )?rates?|pre-?approved|bad credit|refinance)\b/gi,
  },
  {
    kind: "guarantee",
    weight: 0.8,
    words:
      /\b(?:100 ?% (?:free|guaranteed|satisfaction|natural)|guaranteed|risk[- ]free|no (?:obligation|strings attached|catch|risk)|money back|satisfaction guaranteed|as seen on tv|miracle|once in a lifetime)\b/gi,
  },
  {
    kind: "free",
    weight: 0.6,
    words:
      /\bfree (?:gift|trial|entry|offer|sample|membership|access|quote|msg|ringtones?)\b|\bfor free\b|\bfreebies?\b/gi,
  },
  {
    kind: "urgency",
    weight: 0.7,
    words:
      /\b(?:act now|urgent(?:ly)?|immediately|limited time|expires? (?:today|soon|in \d+)|last chance|final (?:notice|warning|reminder)|don'?t (?:miss|delay|wait)|while (?:stocks?|supplies) last|only \d+ left|hurry|order now|call now|apply now|buy now|reply now)\b/gi,
  },
  {
    kind: "call to act",
    weight: 0.6,
    words:
      /\b(?:click (?:here|below|this)|text \w+ to \d+|txt \w+|call \d{5,}|reply (?:yes|stop|with)|send \w+ to \d{4,})\b/gi,
  },
  {
    kind: "credentials",
    weight: 1.6,
    words:
      /\b(?:verify your (?:account|identity|information)|confirm your (?:account|password|identity|bank)|account (?:has been |will be |is )?(?:suspended|limited|locked|closed)|unusual (?:activity|sign-?in)|update your (?:payment|billing|account) (?:details|information)|password (?:expired|expires)|social security|bank details|wire transfer|gift cards?)\b/gi,
  },
  {
    kind: "pills, weight and adult",
    weight: 1.8,
    words:
      /\b(?:viagra|cialis|pharmac(?:y|ies)|weight loss|lose \d+ (?:pounds|kg|kilos)|enlarge(?:ment)?|xxx|adult (?:content|chat|dating)|hot (?:singles|girls)|sexy singles|meet singles|steroids?)\b/gi,
  },
  {
    kind: "gambling and coins",
    weight: 1.3,
    words:
      /\b(?:online casino|casino bonus|free spins|betting tips|bitcoin (?:profit|investment|giveaway)|crypto (?:profit|investment|giveaway)|forex|binary options|guaranteed returns?)\b/gi,
  },
  {
    kind: "premium number",
    weight: 0.9,
    words:
      /(?<!\d)(?:\+?44 ?)?0?(?:87\d|90\d|118)\d{5,8}(?!\d)|\b\d{1,3}p(?:\/|per ?)(?:msg|min|txt|text)\b/gi,
  },
  {
    kind: "short link",
    weight: 1.0,
    words: /\b(?:bit\.ly|tinyurl\.com|goo\.gl|t\.co|ow\.ly|is\.gd|rb\.gy|cutt\.ly|shorturl\.at)\/\S+/gi,
  },
  { kind: "address as a number", weight: 1.5, words: /https?:\/\/\d{1,3}(?:\.\d{1,3}){3}\S*/gi },
  {
    kind: "hidden letters",
    weight: 1.4,
    words: /\p{L}[\u200b-\u200d\u2060\ufeff]+\p{L}|\b(?:v1agra|fr3e|ca\$h|pr1ze|w1n|c1ick)\b/giu,
  },
  { kind: "exclamation", weight: 0.6, words: /!{2,}|[!?]{3,}/g },
  { kind: "money signs", weight: 0.7, words: /[$€£]{2,}|[$€£]\s?\d[\d,. ]*(?:,000|k\b|m\b|million)/gi },
];
