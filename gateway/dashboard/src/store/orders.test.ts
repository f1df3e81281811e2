import { describe, expect, it } from 'vitest';
import type { Order } from '../model';
import type { Envelope } from '../stream/stream';
import { anEnvelope, at, orderLives } from '../testing/messages';
import { forSeeds } from '../testing/random';
import { NO_ORDERS, withOrderEvent, withOrderRows, type Orders } from './orders';

const after = (events: readonly Envelope[]): Orders => events.reduce(withOrderEvent, NO_ORDERS);
const rows = (orders: Orders): Order[] => [...orders.byId.values()].toSorted((a, b) => (a.clientOrderId < b.clientOrderId ? -1 : 1));

describe('orders', () => {
  it('are the same however snapshot and stream overlap and repeat', () => {
    forSeeds(400, (random) => {
      const events = orderLives(random, 1 + random.below(6));
      const truth = rows(after(events));
      const seen = random.below(events.length + 1);
      const snapshot = rows(after(events.slice(0, seen)));
      const from = random.below(seen + 1);
      const arrival = from + random.below(events.length - from + 1);
      let orders = NO_ORDERS;
      for (let index = from; index <= events.length; index++) {
        if (index === arrival) orders = withOrderRows(orders, 'paper', snapshot);
        const event = events[index];
        if (!event) continue;
        orders = withOrderEvent(orders, event);
        const again = events[from + random.below(index - from + 1)];
        if (again && random.chance(0.3)) orders = withOrderEvent(orders, again);
      }
      expect(rows(orders)).toEqual(truth);
    });
  });

  it('do not change when the same snapshot comes again', () => {
    forSeeds(100, (random) => {
      const orders = after(orderLives(random, 4));
      expect(withOrderRows(orders, 'paper', rows(orders)).byId).toEqual(orders.byId);
    });
  });

  it('forget an open order that ended while the stream was broken', () => {
    const events = orderLives({ next: () => 0.99, below: () => 2, chance: () => false, pick: (list: readonly unknown[]) => list[0], seed: 0 } as never, 2);
    const open = after(events.slice(0, 3));
    expect(rows(open).map(({ state }) => state)).toEqual(['WORKING']);
    const later: Order = { ...(rows(open)[0] as Order), clientOrderId: 'later', sequence: 50 };
    expect(rows(withOrderRows(open, 'paper', [later])).map(({ clientOrderId }) => clientOrderId)).toEqual(['later']);
  });

  it('go on under their new name, whatever was filled before', () => {
    const [pending, submitted, accepted] = orderLives({ next: () => 0.99, below: () => 2, chance: () => false, pick: (list: readonly unknown[]) => list[0], seed: 0 } as never, 1);
    const before = after([pending, submitted, accepted] as Envelope[]);
    const old = rows(before)[0] as Order;
    const sequence = old.sequence + 1;
    const replaced = anEnvelope('order-replaced', { clientOrderId: old.clientOrderId, newClientOrderId: 'renamed', quantity: '7', limitPrice: '1.5', stopPrice: null, at: at(9) }, sequence);
    const renamed = withOrderEvent(before, replaced);
    expect(rows(renamed).map(({ clientOrderId, state }) => [clientOrderId, state])).toEqual([
      [old.clientOrderId, 'REPLACED'],
      ['renamed', 'WORKING'],
    ]);
    expect(renamed.byId.get('renamed')).toMatchObject({ quantity: '7', limitPrice: '1.5', cumulativeQuantity: '0', sequence });
    expect(rows(withOrderEvent(renamed, replaced))).toEqual(rows(renamed));
  });

  it('tell why they were refused', () => {
    const [pending] = orderLives({ next: () => 0, below: () => 0, chance: () => false, pick: (list: readonly unknown[]) => list[0], seed: 0 } as never, 1);
    const denied = anEnvelope('order-denied', { clientOrderId: 'order0', code: 'ORDER_VALUE', detail: 'at most 5', at: at(2) }, 2);
    expect(rows(after([pending as Envelope, denied]))[0]).toMatchObject({ state: 'DENIED', reason: 'ORDER_VALUE: at most 5' });
  });
});
