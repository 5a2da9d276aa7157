const NAMES: Record<string, string> = {
  name: "Name",
  voice: "How it speaks",
  signature: "Signature",
  doList: "Do",
  dontList: "Do not",
  bannedWords: "Banned words",
  requiredPhrases: "Required phrases",
  toneSample: "Tone sample",
  examples: "Examples",
  noExclamations: "No exclamation marks",
  noHurry: "No hurry",
  "colours.accent": "Accent colour",
  "colours.ink": "Text colour",
  "colours.background": "Background colour",
};

/** What the guide's page calls a field, by its path in the document; the path of one that is new. */
export const fieldName = (path: string): string => NAMES[path] ?? path;
