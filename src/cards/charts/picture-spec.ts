import { readSpec, writeSpec, type ChartSpec } from './chart-spec';
import { readFunnel, writeFunnel, type FunnelSpec } from './funnel-spec';

/** What a picture can be of: a trend, or a place among peers. */
export type PictureSpec = ChartSpec | FunnelSpec;

export const isFunnel = (spec: PictureSpec): spec is FunnelSpec => 'curves' in spec;

/** The spec as short JSON. */
export const writePicture = (spec: PictureSpec): string => (isFunnel(spec) ? writeFunnel(spec) : writeSpec(spec));

/** The spec that `writePicture` wrote, or null where the text is anything else. */
export const readPicture = (json: unknown): PictureSpec | null => readSpec(json) ?? readFunnel(json);
