/** What columns of texts and of labels are usually called. */
export const TEXT_NAMES = [
  "text",
  "message",
  "sentence",
  "utterance",
  "query",
  "question",
  "sms",
  "body",
  "content",
];
export const LABEL_NAMES = ["label", "category", "intent", "class", "target", "type", "spam"];
