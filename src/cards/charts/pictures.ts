import type { PictureSpec } from './picture-spec';

export interface PicturesParts {
  /** What a token shows; null for one that is not valid or no longer is. */
  readonly open: (token: string) => PictureSpec | null;
  readonly draw: (spec: PictureSpec) => Promise<Buffer>;
}

/** The pictures behind their tokens: a PNG, null where there is none, `busy` where as many are being drawn already as may wait. */
export type Pictures = (token: string) => Promise<{ readonly png: Buffer } | 'busy' | null>;

/** Pictures that are kept of those last asked for, each of less than 100 kB. */
const MOST_KEPT = 200;
/** Pictures that are being drawn or wait for it; some two seconds of work. */
const MOST_UNDER_WAY = 64;

/** Draws each picture once, however many ask for it at once, and keeps the last of them: what a token shows never changes. */
export function createPictures({ open, draw }: PicturesParts): Pictures {
  const kept = new Map<string, Buffer>();
  const underWay = new Map<string, Promise<Buffer>>();

  async function drawn(token: string, spec: PictureSpec): Promise<Buffer> {
    try {
      const png = await draw(spec);
      keep(token, png);
      return png;
    } finally {
      underWay.delete(token);
    }
  }

  /** As the last asked for; the one that was not for longest makes room. */
  function keep(token: string, png: Buffer): void {
    kept.delete(token);
    kept.set(token, png);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) {
      kept.delete(oldest);
    }
  }

  return async (token) => {
    const spec = open(token);
    if (spec === null) {
      return null;
    }
    const before = kept.get(token);
    if (before !== undefined) {
      keep(token, before);
      return { png: before };
    }
    let drawing = underWay.get(token);
    if (drawing === undefined) {
      if (underWay.size >= MOST_UNDER_WAY) {
        return 'busy';
      }
      drawing = drawn(token, spec);
      underWay.set(token, drawing);
    }
    return { png: await drawing };
  };
}
