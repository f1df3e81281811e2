import { asProblem, Problem, problemOf } from '../api/problem';
import { object, string } from '../api/read';
import type { Role, Session } from '../model';

const KEY = 'palmyra.session';
const RETRY_MILLIS = 5_000;
const DOUBT_MILLIS = 10_000;

/** The outside world of the session, so that tests can hold it still. */
export interface Surroundings {
  send: typeof fetch;
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  now(): number;
  /** Runs `task` later; answers how to call it off. */
  later(task: () => void, millis: number): () => void;
}

/**
 * Who is logged in. The token is held in memory and, for reloads of this tab only, in the tab's
 * storage. It is renewed when a fifth of its life is left; when that is refused the session ends.
 */
export class SessionKeeper {
  private session: Session | null;
  private why: string | null = null;
  private renewedAtMillis = -Infinity;
  private renewing = false;
  private calledOff: () => void = () => {};
  private readonly listeners = new Set<() => void>();

  constructor(private readonly around: Surroundings) {
    this.session = this.stored();
    if (this.session) this.plan();
  }

  current = (): Session | null => this.session;
  /** Why the last session ended, where the person did not end it. */
  endedBecause = (): string | null => this.why;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  async logIn(username: string, password: string): Promise<void> {
    this.why = null;
    this.take(await this.ask('/api/v1/auth/login', { username, password }));
  }

  logOut = (why: string | null = null): void => {
    this.calledOff();
    this.around.storage.removeItem(KEY);
    this.session = null;
    this.why = why;
    this.tell();
  };

  /**
   * For a token that a service refused although it should hold. The gateway judges: if it renews
   * the token the fault is the service's, else the session is over.
   */
  refused = (): void => {
    if (this.around.now() - this.renewedAtMillis > DOUBT_MILLIS) void this.renew();
  };

  async renew(): Promise<void> {
    const before = this.session;
    if (!before || this.renewing) return;
    this.renewing = true;
    try {
      const renewed = await this.ask('/api/v1/auth/renew', undefined, before.accessToken);
      if (this.session !== before) return;
      this.renewedAtMillis = this.around.now();
      this.take(renewed);
    } catch (thrown) {
      if (this.session !== before) return;
      const problem = asProblem(thrown);
      const over = before.expiresAtMillis <= this.around.now();
      if (problem.status === 401 || problem.status === 403 || over) {
        this.logOut('Your session has ended. Log in again.');
      } else {
        this.calledOff();
        this.calledOff = this.around.later(() => void this.renew(), RETRY_MILLIS);
      }
    } finally {
      this.renewing = false;
    }
  }

  private async ask(path: string, body?: unknown, token?: string): Promise<Session> {
    let response: Response;
    try {
      response = await this.around.send(path, {
        method: 'POST',
        credentials: 'omit',
        headers: {
          Accept: 'application/json',
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch (thrown) {
      throw asProblem(thrown);
    }
    if (!response.ok) throw await problemOf(response);
    const json = object(await response.json());
    const accessToken = string(json['accessToken']);
    const expiresAt = Date.parse(string(json['expiresAt']) ?? '');
    if (accessToken === null || Number.isNaN(expiresAt)) {
      throw new Problem(response.status, 'Not understood', 'The gateway answered without a token.');
    }
    const user = object(json['user']);
    const list = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
    return {
      accessToken,
      expiresAtMillis: expiresAt + this.skew(response),
      user: {
        username: string(user['username']) ?? '',
        roles: list(user['roles']) as Role[],
        accounts: list(user['accounts']),
      },
    };
  }

  /** How far this machine's clock is ahead of the gateway's; its `Date` is good to a second. */
  private skew(response: Response): number {
    const date = Date.parse(response.headers.get('Date') ?? '');
    const skew = Number.isNaN(date) ? 0 : this.around.now() - date;
    return Math.abs(skew) < 2_000 ? 0 : skew;
  }

  private take(session: Session): void {
    this.session = session;
    this.around.storage.setItem(KEY, JSON.stringify(session));
    this.plan();
    this.tell();
  }

  private plan(): void {
    const left = (this.session?.expiresAtMillis ?? 0) - this.around.now();
    this.calledOff();
    this.calledOff = this.around.later(() => void this.renew(), Math.max(0, left * 0.8));
  }

  private stored(): Session | null {
    try {
      const session = JSON.parse(this.around.storage.getItem(KEY) ?? 'null') as Session | null;
      return session && session.expiresAtMillis > this.around.now() + 1_000 ? session : null;
    } catch {
      return null;
    }
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
