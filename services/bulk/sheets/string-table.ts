/**
 * The texts of a workbook, by number. Held as UTF-8 in one growing buffer outside the JavaScript heap: a hundred thousand rows bring close
 * to a million of them.
 */
export class StringTable {
  #bytes = Buffer.allocUnsafe(64 * 1024)
  #used = 0
  #ends = new Uint32Array(1024)
  #count = 0

  get bytes(): number {
    return this.#used
  }

  add(text: string): void {
    const needed = this.#used + text.length * 3
    if (needed > this.#bytes.length) {
      const grown = Buffer.allocUnsafe(Math.max(needed, this.#bytes.length * 2))
      this.#bytes.copy(grown, 0, 0, this.#used)
      this.#bytes = grown
    }
    this.#used += this.#bytes.write(text, this.#used)
    if (this.#count === this.#ends.length) {
      const grown = new Uint32Array(this.#ends.length * 2)
      grown.set(this.#ends)
      this.#ends = grown
    }
    this.#ends[this.#count] = this.#used
    this.#count += 1
  }

  /** Undefined where the workbook has no such text. */
  get(index: number): string | undefined {
    if (!Number.isInteger(index) || index < 0 || index >= this.#count) return undefined
    return this.#bytes.toString('utf8', index === 0 ? 0 : this.#ends[index - 1], this.#ends[index])
  }
}
