import { renderAsync } from '@resvg/resvg-js';
import * as echarts from 'echarts';
import { CHART_INK } from './chart-ink';
import { KEY_LINE, keyLines } from './chart-key';
import { CHART_FONT, chartOption } from './chart-option';
import { funnelOption } from './funnel-option';
import { isFunnel, isIcon, isOnDark, type PictureSpec } from './picture-spec';
import { ICON_PIXELS, iconSvg, type IconSpec } from './process-icon';

/** Small, so that its words are readable on a phone; drawn larger, so that they are crisp; within Teams' 1,024 pixels. */
const SIZE = { width: 384, height: 198, funnelHeight: 272, zoom: 1024 / 384 } as const;

/** The product's own font: a container has none, and a picture without one has no words. */
const FONTS = ['dejavu-fonts-ttf/ttf/DejaVuSans.ttf', 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'].map((file) => require.resolve(file));

/** The chart as SVG text. */
export function chartSvg(spec: Exclude<PictureSpec, IconSpec>): string {
  const [drawn, ink] = isOnDark(spec) ? [spec.onDark, CHART_INK.dark] as const : [spec, CHART_INK.light] as const;
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: SIZE.width, height: isFunnel(drawn) ? SIZE.funnelHeight : SIZE.height + KEY_LINE * Math.max(0, keyLines(drawn).length - 1) });
  try {
    chart.setOption(isFunnel(drawn) ? funnelOption(drawn, ink) : chartOption(drawn, ink));
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

/** The picture as a PNG, a chart 1,024 pixels wide. An icon, and a chart for a dark card, stand on the ground of the card; every other chart on white. The same spec gives the same bytes. The rasterising is off the main thread. */
export async function drawChart(spec: PictureSpec): Promise<Buffer> {
  const picture = await renderAsync(isIcon(spec) ? iconSvg(spec) : chartSvg(spec), {
    ...(isIcon(spec) ? { fitTo: { mode: 'height', value: ICON_PIXELS } } : { ...(isOnDark(spec) ? {} : { background: CHART_INK.light.ground }), fitTo: { mode: 'zoom', value: SIZE.zoom } }),
    font: { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: CHART_FONT },
  });
  return picture.asPng();
}
