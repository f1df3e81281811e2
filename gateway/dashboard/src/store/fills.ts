import * as read from '../api/read';
import type { Fill } from '../model';
import type { Envelope } from '../stream/stream';

type Amendment = Pick<Fill, 'quantity' | 'price' | 'fee'>;

/** Fills by id, and what the venue later said of some. */
export interface Fills {
  readonly byId: ReadonlyMap<string, Fill>;
  readonly amendments: ReadonlyMap<string, Amendment>;
}

export const NO_FILLS: Fills = { byId: new Map(), amendments: new Map() };

const KEPT = 1_000;

/** One message of `fills`. A repeat changes nothing, an amendment may come before its fill. */
export function withFillMessage(fills: Fills, { type, body }: Envelope): Fills {
  const fill = read.fill(body);
  if (type === 'fill-recorded') return withFillRows(fills, [fill]);
  if (type !== 'fill-amended') return fills;
  const amendment = { quantity: fill.quantity, price: fill.price, fee: fill.fee };
  const known = fills.byId.get(fill.fillId);
  const byId = known ? new Map(fills.byId).set(fill.fillId, { ...known, ...amendment }) : fills.byId;
  return { byId, amendments: new Map(fills.amendments).set(fill.fillId, amendment) };
}

/** Rows of `/fills`: only those not yet known are added. */
export function withFillRows(fills: Fills, rows: readonly Fill[]): Fills {
  const added = rows.filter((row) => row.fillId !== '' && !fills.byId.has(row.fillId));
  if (added.length === 0) return fills;
  const byId = new Map(fills.byId);
  for (const fill of added) byId.set(fill.fillId, { ...fill, ...fills.amendments.get(fill.fillId) });
  if (byId.size > KEPT * 1.2) {
    const oldest = [...byId.values()].toSorted((a, b) => (a.time < b.time ? -1 : 1));
    for (const fill of oldest.slice(0, byId.size - KEPT)) byId.delete(fill.fillId);
  }
  return { ...fills, byId };
}
