import { formatDecimal } from '../decimal';
import { ColorType, createChart, CrosshairMode, type IChartApi } from 'lightweight-charts';

/** The page's colours, as the theme has them now. */
export function colours() {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string) => style.getPropertyValue(name).trim();
  return {
    text: of('--muted'),
    grid: of('--grid'),
    line: of('--line'),
    accent: of('--accent'),
    accentFaint: of('--accent-faint'),
    accentNone: of('--accent-none'),
    up: of('--up'),
    down: of('--down'),
    upFaint: of('--up-candle'),
    downFaint: of('--down-candle'),
    panel: of('--panel'),
  };
}

export type Colours = ReturnType<typeof colours>;

const themed = ({ text, grid, line, panel }: Colours) => ({
  layout: {
    background: { type: ColorType.Solid, color: panel },
    textColor: text,
    fontFamily: getComputedStyle(document.body).fontFamily,
    fontSize: 11,
    // The credit stands in the page's footer: the logo would need inline styles.
    attributionLogo: false,
  },
  grid: { vertLines: { visible: false }, horzLines: { color: grid } },
  rightPriceScale: { borderVisible: false, entireTextOnly: true },
  timeScale: { borderColor: line, timeVisible: true, secondsVisible: false },
  crosshair: { mode: CrosshairMode.Normal, vertLine: { color: text, labelBackgroundColor: text }, horzLine: { color: text, labelBackgroundColor: text } },
});

export function openChart(element: HTMLElement): IChartApi {
  return createChart(element, {
    ...themed(colours()),
    autoSize: true,
    handleScroll: { vertTouchDrag: false },
    localization: { locale: 'en-GB' },
  });
}

/** Prices on the axis with their thousands grouped. */
export const grouped = (places: number) => ({
  type: 'custom' as const,
  minMove: 10 ** -places,
  formatter: (value: number) => formatDecimal(value.toFixed(places), { places }),
});

export const paint = (chart: IChartApi): void => chart.applyOptions(themed(colours()));
