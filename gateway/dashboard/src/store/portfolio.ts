import { object, type Json } from '../api/read';
import * as read from '../api/read';
import type { Books, EquityPoint, Position } from '../model';
import type { Envelope } from '../stream/stream';

/** Books, positions and equity curve of the chosen account. */
export interface Portfolio {
  readonly books: Books | null;
  readonly positions: readonly Position[];
  /** By time, each time once. */
  readonly equity: readonly EquityPoint[];
  /** Grows with each message; an answer asked for before the last one is out of date. */
  readonly revision: number;
}

export const NO_PORTFOLIO: Portfolio = { books: null, positions: [], equity: [], revision: 0 };

const POINTS_KEPT = 4_000;

/** One message of `portfolio`: the latest holds. */
export function withPortfolioMessage(portfolio: Portfolio, account: string, { type, body }: Envelope): Portfolio {
  if (type !== 'portfolio-updated' || body['account'] !== account) return portfolio;
  const books = read.books(body);
  const equity = withPoint(portfolio.equity, books);
  if (portfolio.books !== null && Date.parse(books.at) <= Date.parse(portfolio.books.at)) {
    return equity === portfolio.equity ? portfolio : { ...portfolio, equity };
  }
  const lines = Array.isArray(body['positions']) ? (body['positions'] as Json[]) : [];
  const positions = lines.map((line) => read.position(object(line), account));
  return { books, positions: open(positions), equity, revision: portfolio.revision + 1 };
}

/** Rows of `/positions`, asked for at that revision. */
export function withPositionRows(portfolio: Portfolio, rows: readonly Position[], revision: number): Portfolio {
  return revision === portfolio.revision ? { ...portfolio, positions: open(rows) } : portfolio;
}

/** Rows of `/equity`: joined with what the stream brought since. */
export function withEquityRows(portfolio: Portfolio, account: string, rows: readonly Json[]): Portfolio {
  const history = rows.map((row) => read.books(row, account));
  const byTime = new Map(portfolio.equity.map((point) => [Date.parse(point.time), point]));
  for (const { at, equity } of history) if (equity !== null) byTime.set(Date.parse(at), { time: at, equity });
  const equity = thinned([...byTime.entries()].toSorted(([a], [b]) => a - b).map(([, point]) => point));
  const last = history.at(-1);
  const newer = last && (portfolio.books === null || Date.parse(last.at) > Date.parse(portfolio.books.at));
  return { ...portfolio, equity, books: newer ? last : portfolio.books };
}

const open = (positions: readonly Position[]): readonly Position[] =>
  positions
    .filter((position) => !/^-?0*\.?0*$/.test(position.quantity))
    .toSorted((a, b) => a.instrument.localeCompare(b.instrument));

function withPoint(points: readonly EquityPoint[], { at, equity }: Books): readonly EquityPoint[] {
  if (equity === null) return points;
  const last = points.at(-1);
  const time = Date.parse(at);
  if (last === undefined || time > Date.parse(last.time)) return thinned([...points, { time: at, equity }]);
  if (points.some((point) => Date.parse(point.time) === time)) return points;
  return [...points, { time: at, equity }].toSorted((a, b) => Date.parse(a.time) - Date.parse(b.time));
}

/** Past the limit every second point of the older half goes, so that the curve keeps its span. */
function thinned(points: readonly EquityPoint[]): readonly EquityPoint[] {
  let left = points;
  while (left.length > POINTS_KEPT) {
    const half = left.length >> 1;
    left = left.filter((_, index) => index > half || index % 2 === 0);
  }
  return left;
}
