/** The books of the mock's account: orders, fills, positions, equity. Floats will do here. */
import { randomUUID } from 'node:crypto';
import { instruments, mid, quote, scaleOf } from './market.mjs';

export const ACCOUNT = 'paper';
export const orders = [];
export const fills = [];
export const equity = [];
const positions = new Map();
let sequence = 0;
let cash = 100_000;
let realized = 0;
let fees = 0;

const usd = (id) => ({ USD: 1, JPY: 1 / 154.3, MYR: 1 / 4.47 })[instruments.find((one) => one.instrument === id).currency];
const now = () => new Date().toISOString();
export const envelope = (type, body, withSequence = false) => ({
  type,
  version: 1,
  id: randomUUID(),
  occurredAt: body.at ?? body.time ?? now(),
  recordedAt: now(),
  causationId: null,
  sequence: withSequence ? ++sequence : null,
  body,
});

/** Calls `publish(stream, envelope)` for each step of the order's life. */
export function submit(request, source, publish) {
  const signalId = randomUUID();
  const clientOrderId = randomUUID().replaceAll('-', '');
  const at = now();
  const { account = ACCOUNT, instrument } = request;
  if (Number(request.quantity) * mid(instrument) * usd(instrument) > 250_000) {
    setTimeout(() => publish('decisions', envelope('signal-denied', { signalId, account, source, instrument, code: 'ORDER_VALUE', detail: 'the order is worth more than the 250,000.00 USD that are allowed', order: null, checks: [] })), 120);
    return signalId;
  }
  const order = {
    clientOrderId, account, instrument, side: request.side, type: request.type, timeInForce: request.timeInForce, quantity: request.quantity,
    limitPrice: request.limitPrice ?? null, stopPrice: request.stopPrice ?? null, state: 'PENDING', cumulativeQuantity: '0', averagePrice: null,
    signalId, source, reason: null, createdAt: at, updatedAt: at, sequence: 0,
  };
  orders.unshift(order);
  const say = (type, more, state) => {
    const message = envelope(type, { clientOrderId, account, instrument, at: now(), ...more }, true);
    Object.assign(order, { state, updatedAt: message.body.at, sequence });
    publish('orders', message);
  };
  setTimeout(() => {
    publish('decisions', envelope('signal-accepted', { signalId, account, source, instrument, clientOrderId, order: null, checks: [] }));
    say('order-pending', { signalId, source, side: order.side, type: order.type, quantity: order.quantity, limitPrice: order.limitPrice, stopPrice: order.stopPrice, timeInForce: order.timeInForce, reduceOnly: false }, 'PENDING');
    say('order-submitted', { epoch: 1 }, 'SUBMITTED');
    say('order-accepted', { venueOrderId: 'V' + sequence }, 'WORKING');
  }, 100);
  order.cancel = () => {
    if (order.state !== 'WORKING' && order.state !== 'PARTIALLY_FILLED') return;
    say('order-pending-cancel', { reason: 'person' }, 'PENDING_CANCEL');
    setTimeout(() => say('order-canceled', { cumulativeQuantity: order.cumulativeQuantity, reason: 'CANCEL_REQUESTED' }, 'CANCELED'), 300);
  };
  if (order.type === 'MARKET') setTimeout(() => fill(order, say, publish), 350);
  return signalId;
}

function fill(order, say, publish) {
  const { instrument, account, side, quantity } = order;
  const price = side === 'BUY' ? quote(instrument).ask : quote(instrument).bid;
  const fee = Number(quantity) * Number(price) * usd(instrument) * 0.00002;
  const body = {
    clientOrderId: order.clientOrderId, account, instrument, signalId: order.signalId, source: order.source, venue: 'SIMULATED', side, fillId: randomUUID(), executionId: 'E' + sequence,
    lastQuantity: quantity, lastPrice: price, cumulativeQuantity: quantity, leavesQuantity: '0', fee: { amount: fee.toFixed(8), currency: 'USD' }, liquidity: 'TAKER', venueTime: now(),
  };
  Object.assign(order, { cumulativeQuantity: quantity, averagePrice: price });
  say('order-filled', { ...body, venueOrderId: 'V' }, 'FILLED');
  fills.unshift({ ...body, quantity, price, fee: fee.toFixed(8), feeCurrency: 'USD', occurredAt: body.venueTime });
  publish('fills', envelope('fill-recorded', body, true));
  book(instrument, side === 'BUY' ? Number(quantity) : -Number(quantity), Number(price), fee);
  publish('portfolio', envelope('portfolio-updated', books()));
}

function book(instrument, quantity, price, fee) {
  const before = positions.get(instrument) ?? { quantity: 0, average: 0, realized: 0 };
  const after = { ...before, quantity: before.quantity + quantity };
  if (before.quantity === 0 || Math.sign(before.quantity) === Math.sign(quantity)) {
    after.average = (before.average * before.quantity + price * quantity) / after.quantity;
  } else {
    const closed = Math.min(Math.abs(quantity), Math.abs(before.quantity)) * Math.sign(before.quantity);
    after.realized += (price - before.average) * closed;
    realized += (price - before.average) * closed * usd(instrument);
    if (Math.abs(quantity) > Math.abs(before.quantity)) after.average = price;
  }
  positions.set(instrument, after);
  fees += fee;
  cash -= fee;
}

const unrealized = () =>
  [...positions].reduce((sum, [id, { quantity, average }]) => sum + (mid(id) - average) * quantity * usd(id), 0);

export function lines() {
  return [...positions].map(([instrument, { quantity, average, realized: made }]) => {
    const { currency } = instruments.find((one) => one.instrument === instrument);
    return {
      instrument,
      quantity: String(Number(quantity.toFixed(4))),
      averagePrice: average.toFixed(scaleOf(instrument) + 2),
      mark: mid(instrument).toFixed(scaleOf(instrument) + 1),
      realizedPnl: { amount: made.toFixed(8), currency },
      unrealizedPnl: { amount: ((mid(instrument) - average) * quantity).toFixed(8), currency },
      fees: { amount: '0', currency: 'USD' },
    };
  });
}

export function books() {
  const at = now();
  const worth = cash + realized + unrealized();
  equity.push({ time: at, equity: worth.toFixed(8), cash: cash.toFixed(8), realizedPnl: realized.toFixed(8), unrealizedPnl: unrealized().toFixed(8) });
  const money = (value) => ({ amount: value.toFixed(8), currency: 'USD' });
  return { account: ACCOUNT, at, cash: [{ amount: money(cash) }], positions: lines(), equity: money(worth), realizedPnl: money(realized), unrealizedPnl: money(unrealized()), fees: money(fees), fillSequence: fills.length };
}

/** A day's curve, so that the page has something to draw. */
export function seed() {
  const ids = ['EURUSD.SIM', 'BTCUSD.SIM', 'FCPO.SIM', 'EURUSD.SIM'];
  let worth = 99_000;
  for (let minutes = 20 * 60; minutes > 0; minutes--) {
    worth += (Math.random() - 0.485) * 55;
    equity.push({ time: new Date(Date.now() - minutes * 60_000).toISOString(), equity: worth.toFixed(8), cash: '100000', realizedPnl: '0', unrealizedPnl: '0' });
  }
  realized = worth - 100_000;
  for (let index = 0; index < 18; index++) {
    const instrument = ids[index % ids.length];
    const time = new Date(Date.now() - (20 - index) * 240_000).toISOString();
    const side = index % 3 === 0 ? 'SELL' : 'BUY';
    const quantity = instrument.startsWith('BTC') ? '0.15' : instrument.startsWith('FCPO') ? '2' : '10000';
    const price = (mid(instrument) * (1 - (20 - index) * 0.00003)).toFixed(scaleOf(instrument));
    const clientOrderId = randomUUID().replaceAll('-', '');
    const source = index % 4 === 3 ? 'person:admin' : `strategy:sma-${instrument.slice(0, 6).toLowerCase()}`;
    const state = index % 7 === 5 ? 'REJECTED' : 'FILLED';
    orders.unshift({ clientOrderId, account: ACCOUNT, instrument, side, type: 'MARKET', timeInForce: 'IOC', quantity, limitPrice: null, stopPrice: null, state, cumulativeQuantity: state === 'FILLED' ? quantity : '0', averagePrice: state === 'FILLED' ? price : null, source, reason: state === 'FILLED' ? null : 'INSUFFICIENT_MARGIN: the venue wants 12,400.00 USD', createdAt: time, updatedAt: time, sequence: ++sequence });
    if (state !== 'FILLED') continue;
    fills.unshift({ fillId: randomUUID(), account: ACCOUNT, instrument, side, quantity, price, fee: '0.21700000', feeCurrency: 'USD', clientOrderId, source, occurredAt: time });
    book(instrument, side === 'BUY' ? Number(quantity) : -Number(quantity), Number(price), 0.217);
  }
}
