import { readSpec, writeSpec, type ChartSpec } from './chart-spec';
import { readFunnel, writeFunnel, type FunnelSpec } from './funnel-spec';
import { readIcon, writeIcon, type IconSpec } from './process-icon';

/** What a picture can be of: a trend, a place among peers, or one icon. */
export type PictureSpec = ChartSpec | FunnelSpec | IconSpec;

export const isFunnel = (spec: PictureSpec): spec is FunnelSpec => 'curves' in spec;
export const isIcon = (spec: PictureSpec): spec is IconSpec => 'icon' in spec;

/** The spec as short JSON. */
export const writePicture = (spec: PictureSpec): string => (isIcon(spec) ? writeIcon(spec) : isFunnel(spec) ? writeFunnel(spec) : writeSpec(spec));

/** The spec that `writePicture` wrote, or null where the text is anything else. */
export const readPicture = (json: unknown): PictureSpec | null => readSpec(json) ?? readFunnel(json) ?? readIcon(json);
