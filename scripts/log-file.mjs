import { createWriteStream, mkdirSync, renameSync } from "node:fs";
import path from "node:path";
import { finished } from "node:stream/promises";

const LIMIT_BYTES = 20 * 1024 * 1024;

/** A log on disk that begins anew at 20 MB and keeps its predecessor. Logging never fails the program. */
export class LogFile {
  #stream;
  #written = 0;

  constructor(file) {
    this.file = file;
    mkdirSync(path.dirname(file), { recursive: true });
    this.#open();
  }

  write(chunk) {
    this.#written += chunk.length;
    if (this.#written > LIMIT_BYTES) this.#turn();
    this.#stream.write(chunk);
  }

  /** Resolves when all of it is on the disk, or cannot be. */
  close() {
    this.#stream.end();
    return finished(this.#stream).catch(() => {});
  }

  #open() {
    this.#stream = createWriteStream(this.file, { mode: 0o600 });
    this.#stream.on("error", () => {}); // a full disk is reported by those who cannot do their work
    this.#written = 0;
  }

  #turn() {
    this.#stream.end();
    renameSync(this.file, `${this.file}.1`);
    this.#open();
  }
}
