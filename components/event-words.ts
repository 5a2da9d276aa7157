/** What somebody did on the site or in the app, in words; `type` is the kind of call that told of it. */
export function eventWords(name: string, type: string | null): string {
  const isNamed = name !== "" && name !== type;
  if (type === "page" || type === "screen") return isNamed ? `Looked at “${name}”` : `Looked at a ${type}`;
  if (type === "identify") return "Said who they are";
  return isNamed ? name : "Did something without a name";
}
