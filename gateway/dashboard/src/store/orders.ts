import { amount, string, type Json } from '../api/read';
import { averagePrice } from '../decimal';
import type { Order, OrderState, OrderType, Side } from '../model';
import type { Envelope } from '../stream/stream';

/** Orders by client order id, and events that came before their order. */
export interface Orders {
  readonly byId: ReadonlyMap<string, Order>;
  readonly early: readonly Envelope[];
}

export const NO_ORDERS: Orders = { byId: new Map(), early: [] };

const EARLY_KEPT = 200;
const ORDERS_KEPT = 1_000;

const OPEN: ReadonlySet<OrderState> = new Set<OrderState>([
  'PENDING',
  'SUBMITTED',
  'WORKING',
  'PARTIALLY_FILLED',
  'PENDING_CANCEL',
  'PENDING_REPLACE',
  'UNKNOWN',
]);

/** Whether the order may still fill. */
export const isOpen = (order: Order): boolean => OPEN.has(order.state);

/** Whether the order already holds what the event tells; so a repeat changes nothing. */
function isKnown(order: Order, event: Envelope): boolean {
  if (event.sequence !== null && order.sequence > 0) return event.sequence <= order.sequence;
  return string(event.body['at']) !== null && Date.parse(String(event.body['at'])) < Date.parse(order.updatedAt);
}

/** One message of `order-events`. */
export function withOrderEvent(orders: Orders, event: Envelope): Orders {
  const id = string(event.body['clientOrderId']);
  if (id === null) return orders;
  const before = orders.byId.get(id);
  if (before === undefined && event.type !== 'order-pending') {
    if (orders.early.some((other) => other.id === event.id)) return orders;
    return { ...orders, early: [...orders.early, event].slice(-EARLY_KEPT) };
  }
  if (before !== undefined && (isKnown(before, event) || event.type === 'order-pending')) return orders;
  const after = before === undefined ? pending(event) : evolved(before, event);
  const byId = new Map(orders.byId).set(id, after);
  const newId = before !== undefined && event.type === 'order-replaced' ? string(event.body['newClientOrderId']) : null;
  const known = newId !== null && (byId.get(newId)?.sequence ?? -1) >= (event.sequence ?? 0);
  if (before === undefined || newId === null || known) return settled({ ...orders, byId: trimmed(byId) }, id);
  const renamed = { ...orders, byId: trimmed(byId.set(newId, replacing(before, newId, event))) };
  return settled(settled(renamed, id), newId);
}

/** The order as it goes on under its new name. */
function replacing(before: Order, newId: string, event: Envelope): Order {
  const body = event.body;
  return {
    ...before,
    clientOrderId: newId,
    quantity: string(body['quantity']) ?? before.quantity,
    limitPrice: string(body['limitPrice']),
    stopPrice: string(body['stopPrice']),
    state: working(before),
    reason: null,
    updatedAt: string(body['at']) ?? event.occurredAt,
    sequence: event.sequence ?? before.sequence,
  };
}

/**
 * The answer to both order queries. A row replaces what is older; an order that was open here, is
 * older than the answer and not in it has ended meanwhile and is dropped.
 */
export function withOrderRows(orders: Orders, account: string, rows: readonly Order[]): Orders {
  const byId = new Map(orders.byId);
  const listed = new Set(rows.map((row) => row.clientOrderId));
  const newest = rows.reduce((sequence, row) => Math.max(sequence, row.sequence), 0);
  for (const order of orders.byId.values()) {
    const older = order.account === account && order.sequence <= newest;
    if (older && isOpen(order) && !listed.has(order.clientOrderId)) byId.delete(order.clientOrderId);
  }
  for (const row of rows) {
    const before = byId.get(row.clientOrderId);
    if (before === undefined || row.sequence >= before.sequence) byId.set(row.clientOrderId, row);
  }
  return rows.reduce<Orders>((result, row) => settled(result, row.clientOrderId), { ...orders, byId });
}

/** Applies the events that waited for this order. */
function settled(orders: Orders, id: string): Orders {
  const waiting = orders.early.filter((event) => event.body['clientOrderId'] === id);
  if (waiting.length === 0) return orders;
  const rest = { ...orders, early: orders.early.filter((event) => event.body['clientOrderId'] !== id) };
  const inOrder = waiting.toSorted((a, b) => (a.sequence ?? 0) - (b.sequence ?? 0));
  return inOrder.reduce(withOrderEvent, rest);
}

function pending(event: Envelope): Order {
  const body = event.body;
  const at = string(body['at']) ?? event.occurredAt;
  return {
    clientOrderId: String(body['clientOrderId']),
    account: string(body['account']) ?? '',
    instrument: string(body['instrument']) ?? '',
    side: string(body['side']) as Side,
    type: string(body['type']) as OrderType,
    timeInForce: string(body['timeInForce']),
    quantity: string(body['quantity']) ?? '0',
    limitPrice: string(body['limitPrice']),
    stopPrice: string(body['stopPrice']),
    trailingOffset: string(body['trailingOffset']),
    state: 'PENDING',
    cumulativeQuantity: '0',
    averagePrice: null,
    source: string(body['source']),
    reason: null,
    createdAt: at,
    updatedAt: at,
    sequence: event.sequence ?? 0,
  };
}

function evolved(order: Order, event: Envelope): Order {
  return {
    ...order,
    ...change(order, event.type, event.body),
    updatedAt: string(event.body['at']) ?? event.occurredAt,
    sequence: event.sequence ?? order.sequence,
  };
}

function change(order: Order, type: string, body: Json): Partial<Order> {
  switch (type) {
    case 'order-submitted':
      return { state: 'SUBMITTED' };
    case 'order-accepted':
      return { state: order.cumulativeQuantity === '0' ? 'WORKING' : 'PARTIALLY_FILLED' };
    case 'order-filled':
      return filled(order, body);
    case 'order-denied':
      return { state: 'DENIED', reason: because(body) };
    case 'order-rejected':
      return { state: 'REJECTED', reason: because(body) };
    case 'order-pending-cancel':
      return { state: 'PENDING_CANCEL', reason: string(body['reason']) };
    case 'order-canceled':
      return { state: 'CANCELED', reason: string(body['reason']) };
    case 'order-cancel-rejected':
    case 'order-replace-rejected':
      return { state: working(order), reason: because(body) };
    case 'order-replaced':
      return { state: 'REPLACED' };
    case 'order-expired':
      return { state: 'EXPIRED' };
    case 'order-unknown':
      return { state: 'UNKNOWN', reason: string(body['cause']) };
    default:
      return {};
  }
}

const working = (order: Order): OrderState => (Number(order.cumulativeQuantity) === 0 ? 'WORKING' : 'PARTIALLY_FILLED');

function filled(order: Order, body: Json): Partial<Order> {
  const complete = Number(amount(body['leavesQuantity']) ?? 0) === 0;
  const price = string(body['lastPrice']);
  return {
    state: complete ? 'FILLED' : order.state === 'PENDING_CANCEL' ? 'PENDING_CANCEL' : 'PARTIALLY_FILLED',
    cumulativeQuantity: string(body['cumulativeQuantity']) ?? order.cumulativeQuantity,
    averagePrice: averagePrice(order.averagePrice, order.cumulativeQuantity, price, string(body['lastQuantity'])),
  };
}

const because = (body: Json): string =>
  [string(body['code']), string(body['detail'])].filter((part) => part !== null && part !== '').join(': ');

/** Keeps the newest; open orders always. */
function trimmed(byId: Map<string, Order>): Map<string, Order> {
  if (byId.size <= ORDERS_KEPT * 1.2) return byId;
  const ended = [...byId.values()].filter((order) => !isOpen(order)).toSorted(oldestFirst);
  for (const order of ended.slice(0, byId.size - ORDERS_KEPT)) byId.delete(order.clientOrderId);
  return byId;
}

const oldestFirst = (a: Order, b: Order) => (a.createdAt < b.createdAt ? -1 : 1);
