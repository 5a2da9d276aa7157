/** Words without layout. Merge fields are Liquid: `{{ person.firstName | default: "there" }}`. */
export type CopyText = {
  subject: string;
  preheader: string;
  heading: string;
  paragraphs: string[];
  callToAction: string;
};
