import { asProblem, Problem, problemOf } from './problem';
import * as read from './read';
import type { Json } from './read';
import type { HaltMode, OrderType, Side, TimeInForce } from '../model';

export interface OrderRequest {
  account: string;
  instrument: string;
  side: Side;
  type: OrderType;
  quantity: string;
  limitPrice?: string;
  stopPrice?: string;
  trailingOffset?: string;
  timeInForce: TimeInForce;
  algorithm?: Algorithm;
}

/** How an order is worked off in children. */
export type Algorithm =
  | { kind: 'TWAP' | 'VWAP'; over: string; slices: number }
  | { kind: 'ICEBERG'; displayQuantity: string };

export interface HaltRequest {
  scope: string;
  mode: HaltMode;
  reason: string;
  cancelOrders: boolean;
}

export interface Trading {
  readonly state: string;
  readonly scope: string | null;
  readonly reason: string | null;
  readonly heartbeatStale: boolean;
  readonly halts: readonly ReturnType<typeof read.halt>[];
}

/** Where the bearer token comes from, and whom to tell that it is no longer good. */
export interface Credentials {
  token(): string | null;
  refused(): void;
}

/** The REST API, one method a call. Every failure is a {@link Problem}. */
export class Api {
  constructor(
    private readonly credentials: Credentials,
    private readonly send: typeof fetch = (input, init) => fetch(input, init),
  ) {}

  instruments = () => this.list('/instruments', {}, read.instrument);
  quotes = () => this.list('/quotes', {}, (row) => row);
  bars = (instrument: string, interval: string, limit = 500) =>
    this.list('/bars', { instrument, interval, limit }, read.bar);
  accounts = () => this.list('/accounts', {}, read.account);
  positions = (account: string) => this.list('/positions', { account }, (row) => read.position(row, account));
  fills = (account: string, limit = 200) => this.list('/fills', { account, limit }, read.fill);
  equity = (account: string, from: string, points = 1500) => this.list('/equity/thinned', { account, from, points }, (row) => row);
  orders = (account: string, status: 'open' | 'all', limit = 200) =>
    this.list('/orders', { account, status, limit }, read.order);
  parents = (account: string, limit = 10) => this.list('/parents', { account, limit }, read.parent);
  strategies = () => this.list('/strategy-instances', {}, read.strategyInstance);

  async tradingState(): Promise<Trading> {
    const body = read.object(await this.call('GET', '/trading-state'));
    const halts = Array.isArray(body['halts']) ? (body['halts'] as Json[]) : [];
    return {
      state: read.string(body['state']) ?? 'HALTED',
      scope: read.string(body['scope']),
      reason: read.string(body['reason']),
      heartbeatStale: read.object(body['heartbeat'])['stale'] === true,
      halts: halts.map(read.halt),
    };
  }

  halt = (request: HaltRequest) => this.call('POST', '/halts', request);
  lift = (halt: string, reason: string) => this.call('POST', '/halts/lift', { halt, reason });
  cancel = (clientOrderId: string) => this.call('DELETE', `/orders/${encodeURIComponent(clientOrderId)}`);
  cancelParent = (clientOrderId: string) => this.call('DELETE', `/parents/${encodeURIComponent(clientOrderId)}`);
  pause = (id: string) => this.call('POST', `/strategy-instances/${encodeURIComponent(id)}/pause`);
  resume = (id: string) => this.call('POST', `/strategy-instances/${encodeURIComponent(id)}/resume`);

  /** Answers the id of the signal; its outcome comes on stream `decisions`. */
  async placeOrder(request: OrderRequest, idempotencyKey: string): Promise<string> {
    const body = await this.call('POST', '/orders', request, { 'Idempotency-Key': idempotencyKey });
    return read.string(read.object(body)['signalId']) ?? '';
  }

  private async list<T>(path: string, query: Record<string, string | number>, row: (row: Json) => T): Promise<T[]> {
    const parameters = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
    const suffix = parameters.size === 0 ? '' : `?${parameters}`;
    const items = read.object(await this.call('GET', path + suffix))['items'];
    return Array.isArray(items) ? items.map((item) => row(read.object(item))) : [];
  }

  private async call(method: string, path: string, body?: unknown, more: Record<string, string> = {}): Promise<unknown> {
    const headers: Record<string, string> = { Accept: 'application/json', ...more };
    const token = this.credentials.token();
    if (token !== null) headers['Authorization'] = `Bearer ${token}`;
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    let response: Response;
    try {
      response = await this.send(`/api/v1${path}`, {
        method,
        headers,
        cache: 'no-store',
        credentials: 'omit',
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch (thrown) {
      throw asProblem(thrown);
    }
    if (response.status === 401) this.credentials.refused();
    if (!response.ok) throw await problemOf(response);
    const text = await response.text();
    try {
      return text === '' ? null : JSON.parse(text);
    } catch {
      throw new Problem(response.status, 'Not understood', `The answer to ${method} ${path} is not JSON.`);
    }
  }
}
