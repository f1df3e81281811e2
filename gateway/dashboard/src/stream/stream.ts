import { object, string, type Json } from '../api/read';
import { backoffMillis } from './backoff';

export interface Envelope {
  readonly type: string;
  readonly id: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly sequence: number | null;
  readonly body: Json;
}

export type StreamStatus = 'connecting' | 'live' | 'reconnecting' | 'refused';

export interface StreamEvents {
  message(stream: string, envelope: Envelope): void;
  /** Subscribed anew: what happened before must be fetched. */
  live(): void;
  status(status: StreamStatus): void;
  /** The gateway does not take the token. */
  unauthenticated(): void;
}

export interface StreamSurroundings {
  open(): WebSocket;
  random(): number;
  later(task: () => void, millis: number): () => void;
}

const STREAMS = ['quotes', 'orders', 'fills', 'portfolio', 'control', 'alerts', 'decisions'];
const SUBSCRIBED_BY_MILLIS = 1_000;
const AUTHENTICATED_BY_MILLIS = 10_000;
const TOKEN_REFUSED = 4401;
const ORIGIN_REFUSED = 4403;

/** The one WebSocket: authenticates, subscribes, and comes back by itself when it breaks. */
export class Stream {
  private socket: WebSocket | null = null;
  private attempt = 0;
  private authenticated = false;
  private live = false;
  private stopped = false;
  private calledOff: () => void = () => {};

  constructor(
    private readonly token: () => string | null,
    private readonly events: StreamEvents,
    private readonly around: StreamSurroundings,
  ) {}

  start(): void {
    this.events.status(this.attempt === 0 ? 'connecting' : 'reconnecting');
    const socket = this.around.open();
    this.socket = socket;
    this.authenticated = false;
    this.live = false;
    // A connection that hangs half open is given up like one that broke.
    this.calledOff = this.around.later(() => this.lost(socket, 0), AUTHENTICATED_BY_MILLIS);
    socket.onopen = () => this.authenticate();
    socket.onmessage = (event) => {
      if (this.socket === socket) this.receive(String(event.data));
    };
    socket.onclose = (event) => this.lost(socket, event.code);
  }

  stop(): void {
    this.stopped = true;
    this.calledOff();
    this.socket?.close(1000);
    this.socket = null;
  }

  /** Sends the token, the first time or a renewed one before the old one ends. */
  authenticate(): void {
    const token = this.token();
    if (token !== null && this.socket?.readyState === 1) this.send({ type: 'authenticate', token });
  }

  /** Tries at once instead of waiting, for instance when the network is back. */
  hurry(): void {
    if (this.socket !== null || this.stopped) return;
    this.calledOff();
    this.start();
  }

  private receive(text: string): void {
    let message: Json;
    try {
      message = object(JSON.parse(text));
    } catch {
      return;
    }
    switch (message['type']) {
      case 'authenticated':
        if (!this.authenticated) this.subscribe();
        break;
      case 'subscribed':
        this.goLive();
        break;
      case 'message':
        this.events.message(string(message['stream']) ?? '', envelope(object(message['data'])));
        break;
    }
  }

  private subscribe(): void {
    this.authenticated = true;
    this.send({ type: 'subscribe', streams: STREAMS, accounts: ['*'], instruments: ['*'] });
    this.calledOff();
    this.calledOff = this.around.later(() => this.goLive(), SUBSCRIBED_BY_MILLIS);
  }

  private goLive(): void {
    if (this.live) return;
    this.calledOff();
    this.live = true;
    this.attempt = 0;
    this.events.status('live');
    this.events.live();
  }

  private lost(socket: WebSocket, code: number): void {
    if (this.socket !== socket || this.stopped) return;
    this.calledOff();
    this.socket = null;
    socket.onclose = null;
    socket.close();
    if (code === ORIGIN_REFUSED) {
      this.events.status('refused');
      return;
    }
    if (code === TOKEN_REFUSED) this.events.unauthenticated();
    if (this.stopped) return;
    this.attempt += 1;
    this.events.status('reconnecting');
    this.calledOff = this.around.later(() => this.start(), backoffMillis(this.attempt, this.around.random()));
  }

  private send(message: unknown): void {
    this.socket?.send(JSON.stringify(message));
  }
}

function envelope(data: Json): Envelope {
  const sequence = data['sequence'];
  return {
    type: string(data['type']) ?? '',
    id: string(data['id']) ?? '',
    occurredAt: string(data['occurredAt']) ?? '',
    recordedAt: string(data['recordedAt']) ?? '',
    sequence: typeof sequence === 'number' ? sequence : sequence === undefined || sequence === null ? null : Number(sequence),
    body: object(data['body']),
  };
}
