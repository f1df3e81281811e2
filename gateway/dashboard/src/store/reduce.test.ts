import { describe, expect, it } from 'vitest';
import * as read from '../api/read';
import type { Envelope } from '../stream/stream';
import { anEnvelope, at } from '../testing/messages';
import { forSeeds, type Random } from '../testing/random';
import { withFillRows } from './fills';
import { NO_CANDLES, withBars, withPrice } from './market';
import { NO_PORTFOLIO, withEquityRows, withPortfolioMessage, withPositionRows } from './portfolio';
import { withMessage } from './reduce';
import { INITIAL, type State } from './state';

const START: State = { ...INITIAL, account: 'paper', candles: { ...NO_CANDLES, instrument: 'EURUSD.SIM', intervalSeconds: 60 } };

type Message = [stream: string, envelope: Envelope];

function anyMessages(random: Random): Message[] {
  return Array.from({ length: 30 }, (_, second): Message => {
    switch (random.below(6)) {
      case 0:
        return ['quotes', anEnvelope('quote-tick', { instrument: 'EURUSD.SIM', bid: `1.0${random.below(9)}`, ask: '1.1', time: at(second * 7) })];
      case 1:
        return ['fills', anEnvelope('fill-recorded', { fillId: `f${random.below(8)}`, account: 'paper', instrument: 'EURUSD.SIM', side: 'BUY', lastQuantity: '1', lastPrice: '1.1', venueTime: at(second), fee: { amount: '0.1', currency: 'USD' } })];
      case 2:
        return ['fills', anEnvelope('fill-amended', { fillId: `f${random.below(8)}`, account: 'paper', quantity: '0', price: '1.1', fee: { amount: '0', currency: 'USD' } })];
      case 3:
        return ['portfolio', anEnvelope('portfolio-updated', { account: 'paper', at: at(second), equity: { amount: `100${second}`, currency: 'USD' }, positions: [{ instrument: 'EURUSD.SIM', quantity: String(second), averagePrice: '1' }] })];
      case 4:
        return ['control', anEnvelope('halt-changed', { scope: 'all', haltId: `h${random.below(3)}`, status: random.pick(['ACTIVE', 'LIFTED']), mode: 'HALTED', tier: 'NORMAL', reason: 'r', who: 'w', at: at(second) })];
      default:
        return ['decisions', anEnvelope('signal-denied', { signalId: `s${random.below(5)}`, account: 'paper', code: 'HALTED', detail: '' })];
    }
  });
}

const apply = (state: State, [stream, envelope]: Message): State => withMessage(state, stream, envelope, 0);

describe('the state', () => {
  it('is the same when messages come twice', () => {
    forSeeds(300, (random) => {
      const messages = anyMessages(random);
      const once = messages.reduce(apply, START);
      const twice = messages.reduce((state, message) => apply(apply(state, message), message), START);
      const replayed = [...messages, ...messages.slice(-5)].reduce(apply, START);
      for (const other of [twice, replayed]) {
        expect(other.fills).toEqual(once.fills);
        expect(other.portfolio).toEqual(once.portfolio);
        expect(other.control.halts).toEqual(once.control.halts);
        expect(other.quotes).toEqual(once.quotes);
        expect(other.decisions).toEqual(once.decisions);
        expect(other.candles).toEqual(once.candles);
      }
    });
  });

  it('keeps an amended fill amended, whichever came first', () => {
    const recorded = anEnvelope('fill-recorded', { fillId: 'f', account: 'paper', lastQuantity: '5', lastPrice: '1' });
    const amended = anEnvelope('fill-amended', { fillId: 'f', account: 'paper', quantity: '0', price: '1' });
    for (const order of [[recorded, amended], [amended, recorded], [recorded, amended, recorded]]) {
      const state = order.reduce((so, envelope) => withMessage(so, 'fills', envelope, 0), START);
      expect(state.fills.byId.get('f')?.quantity).toBe('0');
    }
  });

  it('takes a snapshot of fills only for what is missing', () => {
    const row = read.fill({ fillId: 'f', account: 'paper', quantity: '5', price: '1', occurredAt: at(1) });
    const fills = withFillRows(START.fills, [row]);
    expect(withFillRows(fills, [row])).toBe(fills);
  });
});

describe('the portfolio', () => {
  const update = (second: number, equity: string) =>
    anEnvelope('portfolio-updated', { account: 'paper', at: at(second), equity: { amount: equity, currency: 'USD' }, positions: [{ instrument: 'A.SIM', quantity: equity, averagePrice: '1' }] });

  it('keeps the newest books and puts late points into the curve', () => {
    const late = [update(1, '10'), update(3, '30'), update(2, '20')].reduce((so, message) => withPortfolioMessage(so, 'paper', message), NO_PORTFOLIO);
    expect(late.books?.equity).toBe('30');
    expect(late.equity.map(({ equity }) => equity)).toEqual(['10', '20', '30']);
  });

  it('drops positions that were asked for before the last message', () => {
    const before = NO_PORTFOLIO.revision;
    const moved = withPortfolioMessage(NO_PORTFOLIO, 'paper', update(1, '10'));
    const stale = [read.position({ instrument: 'A.SIM', quantity: '1' }, 'paper')];
    expect(withPositionRows(moved, stale, before).positions[0]?.quantity).toBe('10');
    expect(withPositionRows(moved, stale, moved.revision).positions[0]?.quantity).toBe('1');
  });

  it('keeps the span of a long curve in fewer points', () => {
    const rows = Array.from({ length: 9_000 }, (_, second) => ({ time: at(second), equity: String(second) }));
    const { equity } = withEquityRows(NO_PORTFOLIO, 'paper', rows);
    expect(equity.length).toBeLessThanOrEqual(4_000);
    expect([equity[0]?.equity, equity.at(-1)?.equity]).toEqual(['0', '8999']);
  });

  it('leaves out what is flat', () => {
    const flat = ['0', '0.000', '-0'].map((quantity) => read.position({ instrument: 'A.SIM', quantity }, 'paper'));
    expect(withPositionRows(NO_PORTFOLIO, flat, 0).positions).toEqual([]);
  });

  it('joins history with what the stream brought', () => {
    const live = withPortfolioMessage(NO_PORTFOLIO, 'paper', update(5, '50'));
    const rows = [1, 2, 5].map((second) => ({ time: at(second), equity: String(second * 10) }));
    const joined = withEquityRows(live, 'paper', rows);
    expect(joined.equity.map(({ equity }) => equity)).toEqual(['10', '20', '50']);
    expect(withEquityRows(joined, 'paper', rows).equity).toEqual(joined.equity);
    expect(joined.books?.equity).toBe('50');
  });
});

describe('candles', () => {
  it('grow with each price and open with each interval', () => {
    const minute = Date.parse(at(0));
    const prices = [[5, 1], [7, 2], [3, 3], [4, 59], [9, 61]] as const;
    const { bars } = prices.reduce((so, [price, second]) => withPrice(so, price, minute + second * 1000), START.candles);
    expect(bars).toEqual([
      { time: minute / 1000, open: 5, high: 7, low: 3, close: 4 },
      { time: minute / 1000 + 60, open: 9, high: 9, low: 9, close: 9 },
    ]);
  });

  it('keep what the stream built beyond the fetched bars', () => {
    const minute = Date.parse(at(0)) / 1000;
    const bar = (index: number, close: number) => ({ time: minute + index * 60, open: 5, high: 9, low: 1, close });
    const built = { ...START.candles, bars: [bar(1, 8), bar(2, 7)] };
    const joined = withBars(built, [bar(0, 5), bar(1, 6)]);
    expect(joined.bars.map(({ close }) => close)).toEqual([5, 8, 7]);
    expect(withBars(joined, [bar(0, 5), bar(1, 6)])).toEqual(joined);
  });

  it('begin anew when a replay turns the market clock back', () => {
    const live = withPrice(START.candles, 5, Date.parse(at(0)));
    const replayed = withPrice(live, 3, Date.parse('2014-05-01T00:00:00Z'));
    expect(replayed.bars.map(({ close }) => close)).toEqual([3]);
    const history = { time: Date.parse('2014-04-30T23:59:00Z') / 1000, open: 1, high: 1, low: 1, close: 1 };
    expect(withBars(live, [history]).bars).toEqual([history]);
    const tick = (time: string, bid: string): Message => ['quotes', anEnvelope('quote-tick', { instrument: 'EURUSD.SIM', bid, ask: '2', time })];
    const state = [tick(at(0), '1.5'), tick('2014-05-01T00:00:00Z', '1.1')].reduce(apply, START);
    expect(state.quotes.get('EURUSD.SIM')?.bid).toBe('1.1');
  });
});
