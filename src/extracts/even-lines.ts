/**
 * Makes the lines of a CSV even, chunk by chunk: one kind of line end outside quotation marks, and a blank line turned
 * into a row of empty cells, so that rows are counted as a spreadsheet counts them.
 */
export class EvenLines {
  readonly #delimiter: string;
  readonly #columns: number;
  #quoted = false;
  #lineEmpty = true;
  #pendingReturn = false;

  constructor(delimiter: string, columns: number) {
    this.#delimiter = delimiter;
    this.#columns = columns;
  }

  /** The text with its lines made even. */
  write(text: string): string {
    let out = '';
    for (const character of text) {
      out += this.#next(character);
    }
    return out;
  }

  /** What is still to be written when the text ends. */
  end(): string {
    return this.#pendingReturn ? this.#lineEnd() : '';
  }

  #next(character: string): string {
    if (this.#pendingReturn) {
      this.#pendingReturn = false;
      return this.#lineEnd() + (character === '\n' ? '' : this.#next(character));
    }
    if (!this.#quoted && character === '\r') {
      this.#pendingReturn = true;
      return '';
    }
    if (!this.#quoted && character === '\n') {
      return this.#lineEnd();
    }
    if (character === '"') {
      this.#quoted = !this.#quoted;
    }
    this.#lineEmpty = false;
    return character;
  }

  #lineEnd(): string {
    const blank = this.#lineEmpty ? `""${this.#delimiter.repeat(this.#columns - 1)}` : '';
    this.#lineEmpty = true;
    return `${blank}\n`;
  }
}
