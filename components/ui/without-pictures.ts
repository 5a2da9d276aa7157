/** The beginning of an `img` up to its address, where that address is not in the page itself. */
const FETCHED = /(<img\b[^>]*?\s)(?:src|srcset)\s*=\s*(?!["']?data:)/gi;

/**
 * HTML whose pictures are not fetched: their addresses move to another attribute, and the words that stand for them are
 * shown. Whatever else would be fetched is the frame's policy to refuse.
 */
export const withoutPictures = (html: string): string => {
  let rest = html;
  // an `img` may have both attributes: each pass takes one
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replace(FETCHED, "$1data-from=");
  }
  return rest;
};
