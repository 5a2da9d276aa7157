import { Transform, type TransformCallback } from "node:stream";

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/**
 * Cuts cells of a CSV text after `maxBytes`, so that a cell of a gigabyte, or a quote that is never closed, costs no
 * more memory than that. It reads quotes as the parser behind it does: one opens a cell only where the cell begins.
 */
export class ShortenCells extends Transform {
  readonly #delimiter: number;
  #length = 0;
  #quoted = false;
  /** the last byte was a quote inside a quoted cell: it ends the cell, or is the first half of a doubled one */
  #halfQuote = false;

  constructor(
    delimiter: string,
    readonly maxBytes: number,
  ) {
    super();
    this.#delimiter = delimiter.charCodeAt(0);
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    let kept = 0;
    for (const byte of chunk) {
      this.#step(byte);
      // quotes stay: without its last one a cell would never end
      if (this.#length > this.maxBytes && byte !== QUOTE) continue;
      chunk[kept++] = byte;
    }
    done(null, chunk.subarray(0, kept));
  }

  #step(byte: number): void {
    if (this.#quoted) {
      this.#length++;
      if (byte === QUOTE) this.#quoted = false;
      this.#halfQuote = byte === QUOTE;
      return;
    }
    if (byte === this.#delimiter || byte === LF || byte === CR) this.#length = 0;
    else if (byte === QUOTE && (this.#length === 0 || this.#halfQuote)) this.#quoted = true;
    if (byte !== this.#delimiter && byte !== LF && byte !== CR) this.#length++;
    this.#halfQuote = false;
  }
}
