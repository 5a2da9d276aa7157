"use client";

const SCALE = 2;
const NS = "http://www.w3.org/2000/svg";

/**
 * A drawing as PNG, as it looks now: its styles are written into a copy, since a picture knows no style sheet and no
 * custom property. Fonts of the page are not inside; the system's stand in.
 */
export async function pictureOf(element: HTMLElement): Promise<Blob> {
  const { width, height } = element.getBoundingClientRect();
  const copy = element.cloneNode(true) as HTMLElement;
  copyStyles(element, copy);
  copy.style.background = getComputedStyle(document.body).backgroundColor;
  copy.setAttribute("xmlns", "http://www.w3.org/1999/xhtml");
  const markup = new XMLSerializer().serializeToString(copy);
  const svg = `<svg xmlns="${NS}" width="${width}" height="${height}"><foreignObject width="100%" height="100%">${markup}</foreignObject></svg>`;
  const image = await loaded(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`);
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(width * SCALE);
  canvas.height = Math.ceil(height * SCALE);
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("this browser cannot draw pictures");
  pen.scale(SCALE, SCALE);
  pen.drawImage(image, 0, 0);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error("the picture is empty")) : resolve(blob)),
      "image/png",
    ),
  );
}

function copyStyles(from: Element, to: Element): void {
  const styles = getComputedStyle(from);
  if ("style" in to) {
    const target = (to as HTMLElement | SVGElement).style;
    for (const name of styles) target.setProperty(name, styles.getPropertyValue(name));
  }
  for (const [index, child] of [...from.children].entries()) {
    const twin = to.children[index];
    if (twin !== undefined) copyStyles(child, twin);
  }
}

function loaded(source: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error("the drawing could not be made into a picture"));
    image.src = source;
  });
}
