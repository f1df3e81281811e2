import { beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../api/problem';
import { SessionKeeper } from './session';

const QUARTER_HOUR = 15 * 60_000;

let now: number;
let answers: (Response | Error)[];
let asked: { path: string; init: RequestInit | undefined }[];
let planned: { task: () => void; at: number } | null;
let kept: Map<string, string>;

const aSession = (token: string) => ({
  accessToken: token,
  expiresAt: new Date(now + QUARTER_HOUR).toISOString(),
  user: { username: 'ada', roles: ['VIEWER'], accounts: ['paper'] },
});

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => new Response(JSON.stringify(body), { status, headers });

const keeper = () =>
  new SessionKeeper({
    send: (path, init) => {
      asked.push({ path: String(path), init });
      const next = answers.shift();
      return next instanceof Response ? Promise.resolve(next) : Promise.reject(next ?? new TypeError('no network'));
    },
    storage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    },
    now: () => now,
    later: (task, millis) => {
      const plan = { task, at: now + millis };
      planned = plan;
      return () => {
        if (planned === plan) planned = null;
      };
    },
  });

async function loggedIn(): Promise<SessionKeeper> {
  answers.push(answer(200, aSession('one')));
  const session = keeper();
  await session.logIn('ada', 'secret');
  return session;
}

const due = async () => {
  now = planned?.at ?? now;
  planned?.task();
  await new Promise((resolve) => setTimeout(resolve, 0));
};

beforeEach(() => {
  now = Date.UTC(2026, 10, 21, 10);
  [answers, asked, planned, kept] = [[], [], null, new Map()];
});

describe('a session', () => {
  it('begins with a log-in and is kept for a reload of the tab', async () => {
    const session = await loggedIn();
    expect(JSON.parse(String(asked[0]?.init?.body))).toEqual({ username: 'ada', password: 'secret' });
    expect(session.current()?.user.username).toBe('ada');
    expect(keeper().current()?.accessToken).toBe('one');
    expect([...kept.values()].join()).not.toContain('secret');
  });

  it('is refused with what the gateway says', async () => {
    answers.push(answer(429, { title: 'Too many requests' }, { 'Retry-After': '30' }));
    await expect(keeper().logIn('ada', 'wrong')).rejects.toEqual(new Problem(429, 'Too many requests', 'Try again in 30 s.'));
  });

  it('is renewed before its token ends', async () => {
    const session = await loggedIn();
    expect(planned?.at).toBe(now + QUARTER_HOUR * 0.8);
    answers.push(answer(200, aSession('two')));
    await due();
    expect(asked[1]?.path).toBe('/api/v1/auth/renew');
    expect(new Headers(asked[1]?.init?.headers).get('Authorization')).toBe('Bearer one');
    expect(session.current()?.accessToken).toBe('two');
    expect(planned).not.toBeNull();
  });

  it('tries again while the gateway does not answer, and ends when its time is over', async () => {
    const session = await loggedIn();
    await due();
    expect(session.current()?.accessToken).toBe('one');
    expect(planned).not.toBeNull();
    const end = session.current()?.expiresAtMillis ?? 0;
    while (session.current() !== null && now < end + QUARTER_HOUR) await due();
    expect(now).toBeGreaterThanOrEqual(end);
    expect(now).toBeLessThan(end + 10_000);
    expect(session.current()).toBeNull();
    expect(session.endedBecause()).toContain('ended');
    expect(kept.size).toBe(0);
  });

  it('ends when renewal is refused', async () => {
    const session = await loggedIn();
    answers.push(answer(401, {}));
    await due();
    expect(session.current()).toBeNull();
  });

  it('outlives a service that refuses a token which the gateway renews', async () => {
    const session = await loggedIn();
    answers.push(answer(200, aSession('two')));
    session.refused();
    session.refused();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(session.current()?.accessToken).toBe('two');
    session.refused();
    expect(asked.filter(({ path }) => path.endsWith('renew'))).toHaveLength(1);
  });

  it('ends when a service refuses the token and the gateway does too', async () => {
    const session = await loggedIn();
    answers.push(answer(401, {}));
    session.refused();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(session.current()).toBeNull();
  });

  it('is gone after log-out, without a word', async () => {
    const session = await loggedIn();
    session.logOut();
    expect([session.current(), session.endedBecause(), planned, kept.size]).toEqual([null, null, null, 0]);
  });

  it('does not come back to life by a renewal that answers after log-out', async () => {
    const session = await loggedIn();
    answers.push(answer(200, aSession('two')));
    const renewing = session.renew();
    session.logOut();
    await renewing;
    expect(session.current()).toBeNull();
  });

  it('measures by the gateway’s clock', async () => {
    answers.push(answer(200, aSession('one'), { Date: new Date(now - 3_600_000).toUTCString() }));
    const session = keeper();
    await session.logIn('ada', 'secret');
    expect(session.current()?.expiresAtMillis).toBe(now + 3_600_000 + QUARTER_HOUR);
  });
});
