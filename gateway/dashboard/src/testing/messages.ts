import type { Json } from '../api/read';
import type { Envelope } from '../stream/stream';
import type { Random } from './random';

let count = 0;

export function anEnvelope(type: string, body: Json, sequence: number | null = null): Envelope {
  const at = typeof body['at'] === 'string' ? body['at'] : '2026-11-21T10:00:00Z';
  return { type, id: `m${++count}`, occurredAt: at, recordedAt: at, sequence, body };
}

export const at = (second: number): string => new Date(Date.UTC(2026, 10, 21, 10, 0, second)).toISOString();

/** The life of some orders of account `paper`, interleaved, under one gapless sequence. */
export function orderLives(random: Random, orders: number): Envelope[] {
  const lives = Array.from({ length: orders }, (_, index) => life(random, `order${index}`));
  const events: Envelope[] = [];
  while (lives.some((steps) => steps.length > 0)) {
    const [type, body] = random.pick(lives.filter((steps) => steps.length > 0)).shift() ?? ['', {}];
    const sequence = events.length + 1;
    events.push(anEnvelope(type, { ...body, at: at(sequence) }, sequence));
  }
  return events;
}

function life(random: Random, clientOrderId: string): [string, Json][] {
  const base = { clientOrderId, account: 'paper', instrument: 'EURUSD.SIM' };
  const quantity = 1 + random.below(5);
  const steps: [string, Json][] = [
    ['order-pending', { ...base, signalId: 's', source: 'person:ada', side: 'BUY', type: 'LIMIT', quantity: String(quantity), limitPrice: '1.1', stopPrice: null, trailingOffset: null, timeInForce: 'GTC' }],
  ];
  if (random.chance(0.1)) return [...steps, ['order-denied', { ...base, code: 'HALTED', detail: 'all' }]];
  steps.push(['order-submitted', { ...base, epoch: 1 }]);
  if (random.chance(0.1)) return [...steps, ['order-rejected', { ...base, code: 'MARGIN', detail: 'too little' }]];
  steps.push(['order-accepted', { ...base, venueOrderId: 'v' }]);
  for (let filled = 1; filled <= quantity; filled++) {
    if (random.chance(0.2)) {
      steps.push(['order-pending-cancel', { ...base, reason: 'person' }]);
      return [...steps, ['order-canceled', { ...base, cumulativeQuantity: String(filled - 1), reason: 'person' }]];
    }
    const lastPrice = `1.${1000 + random.below(900)}`;
    steps.push([
      'order-filled',
      { ...base, side: 'BUY', fillId: `${clientOrderId}-${filled}`, lastQuantity: '1', lastPrice, cumulativeQuantity: String(filled), leavesQuantity: String(quantity - filled) },
    ]);
  }
  return steps;
}
