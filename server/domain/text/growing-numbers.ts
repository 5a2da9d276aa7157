/** Whole numbers of 32 bits that are added one by one and read as one array. */
export class GrowingNumbers {
  #held = new Int32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(value: number): void {
    if (this.#length === this.#held.length) {
      const wider = new Int32Array(this.#held.length * 2);
      wider.set(this.#held);
      this.#held = wider;
    }
    this.#held[this.#length++] = value;
  }

  /** What was added so far; good until the next `add`. */
  all(): Int32Array {
    return this.#held.subarray(0, this.#length);
  }
}
