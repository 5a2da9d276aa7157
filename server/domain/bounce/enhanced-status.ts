/**
 * The enhanced status code (RFC 3463) in a text: after a reply code, as its own word, or with a number sign before it.
 * The most telling one is taken: "550-5.2.2 …" inside a "5.1.0 -" of a relay, a subject other than 0 before x.0.0. "" if
 * there is none. Versions and addresses (four numbers) are none.
 */
export function enhancedStatus(text: string): string {
  const found = [...text.matchAll(CODE)].map((match) => ({
    code: match[2] ?? "",
    isReply: match[1] !== undefined,
  }));
  const telling = found.filter(({ code }) => !/^[245]\.\d+\.0$/.test(code));
  const best =
    telling.find(({ isReply }) => isReply) ?? telling[0] ?? found.find(({ code }) => !code.endsWith("0.0"));
  return (best ?? found[0])?.code ?? "";
}

const CODE = /([245]\d\d[-\s]+['"#(]*)?(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/g;
