import { describe, expect, it } from 'vitest';
import { Api } from './client';
import { Problem } from './problem';

function anApi(answer: () => Response | Promise<Response>) {
  const asked: { url: string; init: RequestInit | undefined }[] = [];
  let refused = 0;
  const api = new Api({ token: () => 'token', refused: () => void (refused += 1) }, (url, init) => {
    asked.push({ url: String(url), init });
    return Promise.resolve(answer());
  });
  return { api, asked, refusals: () => refused };
}

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });

describe('the API', () => {
  it('sends the token and reads decimals as they are', async () => {
    const { api, asked } = anApi(() => json(200, { items: [{ fillId: 'f', quantity: '0.10', price: '67123.40', fee: { amount: '1.20', currency: 'USD' } }] }));
    expect((await api.fills('paper'))[0]).toMatchObject({ quantity: '0.10', price: '67123.40', fee: '1.20', feeCurrency: 'USD' });
    expect(asked[0]?.url).toBe('/api/v1/fills?account=paper&limit=200');
    expect(new Headers(asked[0]?.init?.headers).get('Authorization')).toBe('Bearer token');
  });

  it('names field, value and what is allowed', async () => {
    const errors = [{ field: 'quantity', value: '0', allowed: 'above 0' }];
    const { api } = anApi(() => json(400, { title: 'Invalid', detail: 'The order is not valid.', errors }));
    const order = { account: 'paper', instrument: 'A.SIM', side: 'BUY', type: 'MARKET', quantity: '0', timeInForce: 'IOC' } as const;
    await expect(api.placeOrder(order, 'key')).rejects.toMatchObject({ status: 400, message: 'The order is not valid.', errors });
  });

  it('sends the key that makes an order one order', async () => {
    const { api, asked } = anApi(() => json(202, { signalId: 's1' }));
    const order = { account: 'paper', instrument: 'A.SIM', side: 'BUY', type: 'MARKET', quantity: '1', timeInForce: 'IOC' } as const;
    expect(await api.placeOrder(order, 'key')).toBe('s1');
    expect(new Headers(asked[0]?.init?.headers).get('Idempotency-Key')).toBe('key');
  });

  it('tells of a refused token', async () => {
    const { api, refusals } = anApi(() => json(401, {}));
    await expect(api.quotes()).rejects.toBeInstanceOf(Problem);
    expect(refusals()).toBe(1);
  });

  it('makes a problem of no answer and of an answer that is no JSON', async () => {
    const broken = anApi(() => Promise.reject(new TypeError('fetch failed')));
    await expect(broken.api.quotes()).rejects.toMatchObject({ status: 0 });
    const page = anApi(() => new Response('<html>', { status: 502 }));
    await expect(page.api.quotes()).rejects.toMatchObject({ status: 502, title: 'The service does not answer' });
    const odd = anApi(() => new Response('<html>', { status: 200 }));
    await expect(odd.api.quotes()).rejects.toMatchObject({ title: 'Not understood' });
  });

  it('takes risk’s state as halted unless it says otherwise', async () => {
    expect((await anApi(() => json(200, {})).api.tradingState()).state).toBe('HALTED');
  });
});
