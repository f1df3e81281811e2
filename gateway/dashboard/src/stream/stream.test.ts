import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSocket } from '../testing/FakeSocket';
import { forSeeds } from '../testing/random';
import { backoffMillis } from './backoff';
import { Stream, type Envelope, type StreamStatus } from './stream';

let sockets: FakeSocket[];
let log: string[];
let messages: [string, Envelope][];
let token: string | null;

const current = (): FakeSocket => {
  const socket = sockets.at(-1);
  if (!socket) throw new Error('no socket was opened');
  return socket;
};

function aStream(): Stream {
  const events = {
    message: (stream: string, envelope: Envelope) => void messages.push([stream, envelope]),
    live: () => void log.push('fetch'),
    status: (status: StreamStatus) => void log.push(status),
    unauthenticated: () => void log.push('unauthenticated'),
  };
  return new Stream(() => token, events, {
    open: () => {
      sockets.push(new FakeSocket());
      return current() as unknown as WebSocket;
    },
    random: () => 1,
    later: (task, millis) => {
      const timer = setTimeout(task, millis);
      return () => clearTimeout(timer);
    },
  });
}

function goesLive(): void {
  current().opens();
  current().receives({ type: 'authenticated', expiresAt: '2026-11-21T10:15:00Z' });
  current().receives({ type: 'subscribed', streams: [] });
}

beforeEach(() => {
  vi.useFakeTimers();
  [sockets, log, messages, token] = [[], [], [], 'one'];
});

afterEach(() => vi.useRealTimers());

describe('the stream', () => {
  it('authenticates, subscribes, and asks for snapshots once it is subscribed', () => {
    aStream().start();
    current().opens();
    expect(current().sent).toEqual([{ type: 'authenticate', token: 'one' }]);
    current().receives({ type: 'authenticated' });
    expect(current().sent[1]).toMatchObject({ type: 'subscribe', instruments: ['*'] });
    expect(log).toEqual(['connecting']);
    current().receives({ type: 'subscribed' });
    expect(log).toEqual(['connecting', 'live', 'fetch']);
  });

  it('goes live by itself where the gateway does not confirm', () => {
    aStream().start();
    current().opens();
    current().receives({ type: 'authenticated' });
    vi.advanceTimersByTime(1_000);
    expect(log).toEqual(['connecting', 'live', 'fetch']);
    current().receives({ type: 'subscribed' });
    expect(log).toHaveLength(3);
  });

  it('comes back after a break, subscribes again and fetches again', () => {
    aStream().start();
    goesLive();
    current().closes(1006);
    expect(log.at(-1)).toBe('reconnecting');
    vi.advanceTimersByTime(500);
    expect(sockets).toHaveLength(2);
    goesLive();
    expect(current().sent.map(({ type }) => type)).toEqual(['authenticate', 'subscribe']);
    expect(log.filter((entry) => entry === 'fetch')).toHaveLength(2);
  });

  it('waits longer with each failure', () => {
    aStream().start();
    const waits = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000];
    for (const wait of waits) {
      current().closes(1006);
      vi.advanceTimersByTime(wait - 1);
      const opened = sockets.length;
      vi.advanceTimersByTime(1);
      expect(sockets).toHaveLength(opened + 1);
    }
  });

  it('gives up a connection that never answers', () => {
    aStream().start();
    vi.advanceTimersByTime(10_500);
    expect(sockets).toHaveLength(2);
  });

  it('sends a renewed token on the open connection, without subscribing again', () => {
    const stream = aStream();
    stream.start();
    goesLive();
    token = 'two';
    stream.authenticate();
    current().receives({ type: 'authenticated' });
    expect(current().sent.slice(2)).toEqual([{ type: 'authenticate', token: 'two' }]);
    expect(log.filter((entry) => entry === 'fetch')).toHaveLength(1);
  });

  it('has the token renewed when it is refused', () => {
    aStream().start();
    goesLive();
    current().closes(4401);
    expect(log).toContain('unauthenticated');
    vi.advanceTimersByTime(500);
    expect(sockets).toHaveLength(2);
  });

  it('does not come back where its origin is refused, nor when it was stopped', () => {
    aStream().start();
    current().closes(4403);
    vi.advanceTimersByTime(60_000);
    expect(sockets).toHaveLength(1);
    expect(log.at(-1)).toBe('refused');

    const stream = aStream();
    stream.start();
    stream.stop();
    current().closes(1000);
    vi.advanceTimersByTime(60_000);
    expect(sockets).toHaveLength(2);
  });

  it('hands on messages and survives what it cannot read', () => {
    aStream().start();
    goesLive();
    current().receives('{broken');
    current().receives({ type: 'from the future' });
    current().receives({ type: 'message', stream: 'fills', data: { type: 'fill-recorded', id: 'm', sequence: 7, body: { fillId: 'f' } } });
    expect(messages).toEqual([['fills', expect.objectContaining({ type: 'fill-recorded', sequence: 7, body: { fillId: 'f' } })]]);
  });
});

describe('the back-off', () => {
  it('lies between half of the ceiling and the ceiling', () => {
    forSeeds(200, (random) => {
      const attempt = 1 + random.below(40);
      const ceiling = Math.min(15_000, 500 * 2 ** (attempt - 1));
      const wait = backoffMillis(attempt, random.next());
      expect(wait).toBeGreaterThanOrEqual(ceiling / 2);
      expect(wait).toBeLessThanOrEqual(ceiling);
    });
  });
});
