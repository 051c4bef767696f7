import { INK, SPECIAL } from './chart-option';

/** The ground of a card in Teams' dark theme. Source: the host configuration of Adaptive Cards for it. */
export const DARK_GROUND = '#292929';

/** What each colour of a picture is in the dark: the same hue, light enough to be told from the ground. */
export const DARK: Readonly<Record<string, string>> = {
  '#ffffff': DARK_GROUND,
  [INK.text]: '#ffffff', [INK.quiet]: '#c8d3da', [INK.grid]: '#4a4f53', [INK.line]: '#6cb4ff', [INK.target]: '#ffb37a', [INK.own]: '#ff9ccf', [INK.process]: '#b7c7d1',
  [SPECIAL.improvement.color]: '#00b0f0', [SPECIAL.concern.color]: '#f58a3c', [SPECIAL.neutral.color]: '#b98aff',
};

const GROUND_RGB = [1, 3, 5].map((at) => Number.parseInt(DARK_GROUND.slice(at, at + 2), 16)).join(',');

/** A picture, as SVG text on white, in the colours for a dark ground. */
export function onDark(svg: string): string {
  return svg
    .replace(/#[0-9a-f]{6}/gi, (colour) => DARK[colour.toLowerCase()] ?? colour)
    .replace(/rgba\(255,\s*255,\s*255,/g, `rgba(${GROUND_RGB},`);
}
