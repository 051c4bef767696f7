import { z } from 'zod';
import { readSpec, writeSpec, type ChartSpec } from './chart-spec';
import { readFunnel, writeFunnel, type FunnelSpec } from './funnel-spec';
import type { IconSpec } from './process-icon';

/** A chart as it is drawn for a card on dark. */
export interface DarkSpec {
  readonly onDark: ChartSpec | FunnelSpec;
}

/** What a picture can be of: a trend, a place among peers, either of them for a card on dark, or icons. */
export type PictureSpec = ChartSpec | FunnelSpec | DarkSpec | IconSpec;

export const isFunnel = (spec: PictureSpec): spec is FunnelSpec => 'curves' in spec;
export const isIcon = (spec: PictureSpec): spec is IconSpec => 'icons' in spec;
export const isOnDark = (spec: PictureSpec): spec is DarkSpec => 'onDark' in spec;

const darkWire = z.tuple([z.literal('dark-1'), z.unknown()]);

/** The spec as short JSON. */
export const writePicture = (spec: Exclude<PictureSpec, IconSpec>): string =>
  isOnDark(spec) ? `["dark-1",${writePicture(spec.onDark)}]` : isFunnel(spec) ? writeFunnel(spec) : writeSpec(spec);

/** The spec that `writePicture` wrote, or null where the text is anything else. */
export function readPicture(json: unknown): PictureSpec | null {
  const dark = darkWire.safeParse(json);
  if (dark.success) {
    const onDark = readSpec(dark.data[1]) ?? readFunnel(dark.data[1]);
    return onDark === null ? null : { onDark };
  }
  return readSpec(json) ?? readFunnel(json);
}
