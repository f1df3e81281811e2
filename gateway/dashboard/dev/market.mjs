/** A small invented market for the mock: prices that wander, and the books of one account. */

const KINDS = [
  ['BTCUSD.SIM', 'Bitcoin', 'spot', 'USD', 2, '0.01', '0.0001', 67123.4, 14, 6],
  ['ETHUSD.SIM', 'Ether', 'spot', 'USD', 2, '0.01', '0.001', 3412.55, 1.1, 0.4],
  ['EURUSD.SIM', 'Euro in US dollar', 'margin', 'USD', 5, '0.00001', '1000', 1.08512, 0.00004, 0.00008],
  ['FCPO.SIM', 'Palm oil, third month', 'future', 'MYR', 0, '1', '1', 3912, 0.9, 1],
  ['GBPUSD.SIM', 'Sterling in US dollar', 'margin', 'USD', 5, '0.00001', '1000', 1.26731, 0.00005, 0.00011],
  ['USDJPY.SIM', 'US dollar in yen', 'margin', 'JPY', 3, '0.001', '1000', 154.312, 0.006, 0.011],
  ['USDMYR.SIM', 'US dollar in ringgit', 'margin', 'MYR', 4, '0.0001', '1000', 4.4712, 0.0003, 0.0022],
];

export const instruments = KINDS.map(([instrument, description, kind, currency, priceScale, tickSize, lotSize]) => ({
  instrument,
  description,
  kind,
  currency,
  priceScale,
  tickSize,
  lotSize,
  minimumQuantity: lotSize,
  open: instrument !== 'USDMYR.SIM',
}));

const state = new Map(
  KINDS.map(([id, , , , scale, , , mid, step, spread]) => [id, { id, scale, mid, step, spread, minutes: history(mid, step) }]),
);

function gauss() {
  return Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
}

function history(end, step) {
  const bars = [];
  let price = end;
  const minute = Math.floor(Date.now() / 60_000) * 60;
  for (let index = 0; index < 600; index++) {
    const close = price;
    const open = close - gauss() * step * 6;
    bars.push({
      time: minute - index * 60,
      open,
      close,
      high: Math.max(open, close) + Math.abs(gauss()) * step * 3,
      low: Math.min(open, close) - Math.abs(gauss()) * step * 3,
    });
    price = open;
  }
  return bars.reverse();
}

export function bars(id, interval, limit) {
  const { minutes, scale } = state.get(id) ?? { minutes: [], scale: 2 };
  const seconds = { PT1S: 1, PT1M: 60, PT5M: 300, PT1H: 3600, P1D: 86_400 }[interval];
  const merged = new Map();
  for (const bar of minutes) {
    const time = Math.floor(bar.time / Math.max(60, seconds)) * Math.max(60, seconds);
    const before = merged.get(time) ?? { ...bar, time };
    merged.set(time, { ...before, high: Math.max(before.high, bar.high), low: Math.min(before.low, bar.low), close: bar.close });
  }
  return [...merged.values()].slice(-limit).map((bar) => ({
    instrument: id,
    interval,
    start: new Date(bar.time * 1000).toISOString(),
    open: bar.open.toFixed(scale + 1),
    high: bar.high.toFixed(scale + 1),
    low: bar.low.toFixed(scale + 1),
    close: bar.close.toFixed(scale + 1),
    volume: '0',
  }));
}

export const mid = (id) => state.get(id).mid;
export const scaleOf = (id) => state.get(id).scale;

export function quote(id) {
  const { mid: middle, spread, scale } = state.get(id);
  return {
    instrument: id,
    bid: (middle - spread / 2).toFixed(scale),
    ask: (middle + spread / 2 + 10 ** -scale / 2).toFixed(scale),
    bidSize: '1000000',
    askSize: '1000000',
    time: new Date().toISOString(),
    provider: 'simulated',
  };
}

/** Moves one instrument by one step and keeps its bars. */
export function step(id) {
  const one = state.get(id);
  one.mid = Math.max(one.step, one.mid + gauss() * one.step);
  const time = Math.floor(Date.now() / 60_000) * 60;
  const last = one.minutes.at(-1);
  if (last.time === time) {
    Object.assign(last, { high: Math.max(last.high, one.mid), low: Math.min(last.low, one.mid), close: one.mid });
  } else {
    one.minutes.push({ time, open: one.mid, high: one.mid, low: one.mid, close: one.mid });
  }
  return quote(id);
}
