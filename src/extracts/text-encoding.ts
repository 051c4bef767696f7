import { isUtf8 } from 'node:buffer';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What the bytes of a text file were seen to be, once all of them have gone by. */
export interface TextTraits {
  readonly encoding: TextEncoding;
  /** A run of zero bytes in a text file is what a crash or a full disk leaves behind. */
  readonly holdsZeroBytes: boolean;
  readonly endsWithNewline: boolean;
  /** Blank lines or more than one kind of line end, which the strict reader does not count as a person would. */
  readonly hasUnevenLines: boolean;
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** Length of the unfinished UTF-8 character at the end of `bytes`, 0 to 3. */
function unfinishedTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) {
      continue;
    }
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needed > back ? back : 0;
  }
  return 0;
}

/** Looks at the bytes of a text file as they pass and tells how they are to be read. */
export class TextSniffer {
  #utf8 = true;
  #carry: Buffer = Buffer.alloc(0);
  #start: Buffer = Buffer.alloc(0);
  #last = -1;
  #beforeLast = -1;
  #zero = false;
  #blankLine = false;
  #bareNewline = false;
  #returnNewline = false;

  push(chunk: Buffer): void {
    if (chunk.length === 0) {
      return;
    }
    if (this.#start.length < 2) {
      this.#start = Buffer.concat([this.#start, chunk.subarray(0, 2)]);
    }
    if (this.#utf8) {
      const bytes = this.#carry.length === 0 ? chunk : Buffer.concat([this.#carry, chunk]);
      const whole = bytes.length - unfinishedTail(bytes);
      this.#utf8 = isUtf8(bytes.subarray(0, whole));
      this.#carry = Buffer.from(bytes.subarray(whole));
    }
    this.#zero ||= chunk.includes(0);
    this.#lookAtLines(chunk);
  }

  #lookAtLines(chunk: Buffer): void {
    let at = chunk.indexOf(NEWLINE);
    while (at !== -1 && !(this.#blankLine || (this.#bareNewline && this.#returnNewline))) {
      const before = at > 0 ? chunk[at - 1] : this.#last;
      const twoBefore = at > 1 ? chunk[at - 2] : at === 1 ? this.#last : this.#beforeLast;
      if (before === RETURN) {
        this.#returnNewline = true;
        this.#blankLine ||= twoBefore === NEWLINE;
      } else {
        this.#bareNewline = true;
        this.#blankLine ||= before === NEWLINE;
      }
      at = chunk.indexOf(NEWLINE, at + 1);
    }
    this.#beforeLast = chunk.length > 1 ? (chunk[chunk.length - 2] ?? -1) : this.#last;
    this.#last = chunk[chunk.length - 1] ?? -1;
  }

  traits(): TextTraits {
    const encoding = this.#encoding();
    const wide = encoding === 'utf-16le' || encoding === 'utf-16be';
    return {
      encoding,
      holdsZeroBytes: this.#zero && !wide,
      endsWithNewline: wide || this.#last === NEWLINE || this.#last === RETURN,
      hasUnevenLines: this.#blankLine || (this.#bareNewline && this.#returnNewline),
    };
  }

  #encoding(): TextEncoding {
    const [first, second] = this.#start;
    if (first === 0xff && second === 0xfe) {
      return 'utf-16le';
    }
    if (first === 0xfe && second === 0xff) {
      return 'utf-16be';
    }
    return this.#utf8 && this.#carry.length === 0 ? 'utf-8' : 'windows-1252';
  }
}

/** Windows-1252 from 0x80 to 0x9F; the rest is as in Latin-1. Some Node releases decode these wrongly themselves. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Turns chunks of bytes into text; `end` gives what was left of the last character. */
export function decoderOf(encoding: TextEncoding): { decode(chunk: Buffer): string; end(): string } {
  if (encoding === 'windows-1252') {
    return {
      decode: (chunk) => chunk.toString('latin1').replace(/[\u0080-\u009f]/g, (c) => WINDOWS_1252[c.charCodeAt(0) - 0x80] ?? c),
      end: () => '',
    };
  }
  const decoder = new TextDecoder(encoding);
  return { decode: (chunk) => decoder.decode(chunk, { stream: true }), end: () => decoder.decode() };
}
