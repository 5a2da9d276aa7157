/** What became of a test mail, in words and tone. */
export const MAIL_OUTCOMES = {
  sent: { tone: "pass", text: "The mail server took it" },
  refused: { tone: "block", text: "The mail server refused it for good" },
  later: { tone: "hold", text: "The mail server would not take it now, or could not be reached" },
  uncertain: { tone: "hold", text: "The connection broke on the way: nobody knows whether it was taken" },
} as const;
