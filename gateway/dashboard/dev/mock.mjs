/**
 * A gateway of straw for work on the page: `npm run mock`, then `npm run dev` with
 * PALMYRA_GATEWAY=http://127.0.0.1:8090 (or open that address, after `npm run build`).
 * Log in as admin, trader or viewer with the password "palmyra".
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { WebSocketServer } from 'ws';
import { ACCOUNT, books, envelope, equity, fills, lines, orders, seed, submit } from './account.mjs';
import { bars, instruments, quote, step } from './market.mjs';

const PORT = Number(process.env.PORT ?? 8090);
const DIST = new URL('../dist/', import.meta.url).pathname;
const LIFE_MILLIS = Number(process.env.TOKEN_MILLIS ?? 15 * 60_000);
const CSP =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const ROLES = { admin: ['VIEWER', 'TRADER', 'RISK_MANAGER', 'ADMIN'], trader: ['VIEWER', 'TRADER'], viewer: ['VIEWER'] };

const tokens = new Map();
const clients = new Set();
const keys = new Map();
const halts = new Map();
const strategies = [
  { id: 'sma-eurusd', strategy: 'sma-cross', account: ACCOUNT, instruments: ['EURUSD.SIM'], state: 'RUNNING', parameters: { fast: '10', slow: '30' } },
  { id: 'sma-btcusd', strategy: 'sma-cross', account: ACCOUNT, instruments: ['BTCUSD.SIM'], state: 'RUNNING', parameters: { fast: '20', slow: '50' } },
  { id: 'rsi-palm', strategy: 'rsi-sentiment', account: ACCOUNT, instruments: ['FCPO.SIM'], state: 'PAUSED', parameters: { period: '14' } },
];

seed();

function publish(stream, data) {
  for (const client of clients) client.send(JSON.stringify({ type: 'message', stream, data }));
}

const active = () => [...halts.values()].filter((halt) => halt.status === 'ACTIVE');
const haltRow = (halt) => ({ ...halt, halt: `${halt.scope}/${halt.haltId}`, by: halt.who });

function setHalt(halt) {
  halts.set(`${halt.scope}/${halt.haltId}`, halt);
  publish('control', envelope('halt-changed', halt));
  return haltRow(halt);
}

function session(username) {
  const accessToken = createHash('sha256').update(randomUUID()).digest('hex');
  const expiresAt = new Date(Date.now() + LIFE_MILLIS);
  tokens.set(accessToken, { username, roles: ROLES[username], until: expiresAt.getTime() });
  return { accessToken, expiresAt: expiresAt.toISOString(), user: { username, roles: ROLES[username], accounts: ['*'] } };
}

const problem = (status, title, detail, errors) => [status, { type: 'about:blank', title, status, detail, errors }];
const items = (list) => [200, { items: list }];

function needs(user, ...roles) {
  return roles.some((role) => user.roles.includes(role)) ? null : problem(403, 'Not allowed', `This needs the role ${roles.join(' or ')}.`);
}

function answer(method, url, body, user, headers) {
  const path = url.pathname.replace('/api/v1', '');
  const limit = Number(url.searchParams.get('limit') ?? 200);
  if (path === '/auth/renew') return [200, session(user.username)];
  if (path === '/instruments') return items(instruments);
  if (path === '/quotes') return items(instruments.map(({ instrument }) => quote(instrument)));
  if (path === '/bars') return items(bars(url.searchParams.get('instrument'), url.searchParams.get('interval'), limit));
  if (path === '/accounts') return items([{ account: ACCOUNT, baseCurrency: 'USD', venue: 'SIMULATED' }]);
  if (path === '/positions') return items(lines());
  if (path === '/fills') return items(fills.slice(0, limit));
  if (path === '/equity') return items(equity.slice(-limit));
  if (path === '/strategy-instances') return items(strategies);
  if (path === '/trading-state') {
    const all = active().find((halt) => halt.scope === 'all');
    return [200, { state: all?.mode ?? 'RUNNING', scope: all?.scope, reason: all?.reason, heartbeat: { at: new Date().toISOString(), ageMillis: 200, stale: false }, halts: active().map(haltRow) }];
  }
  if (path === '/halts' && method === 'POST') {
    const refused = needs(user, 'TRADER', 'RISK_MANAGER');
    if (refused) return refused;
    const { scope, mode, reason, cancelOrders } = body;
    return [201, setHalt({ scope, haltId: randomUUID(), status: 'ACTIVE', mode, tier: 'NORMAL', reason, who: `person:${user.username}`, at: new Date().toISOString(), cancelOrders, sparesProtective: true })];
  }
  if (path === '/halts/lift') {
    const refused = needs(user, 'RISK_MANAGER');
    const halt = halts.get(body.halt);
    if (refused || !halt) return refused ?? problem(404, 'Not found', `No halt ${body.halt}`);
    return [200, setHalt({ ...halt, status: 'LIFTED', reason: body.reason, who: `person:${user.username}`, at: new Date().toISOString() })];
  }
  if (path === '/orders' && method === 'POST') {
    const refused = needs(user, 'TRADER');
    if (refused) return refused;
    if (Number(body.quantity) === 13_000) return problem(400, 'The request is not valid', 'The order was not taken.', [{ field: 'quantity', value: body.quantity, allowed: '1000 to 10000000, not 13000' }]);
    const key = headers['idempotency-key'];
    if (!keys.has(key)) keys.set(key, submit(body, `person:${user.username}`, publish));
    return [202, { signalId: keys.get(key) }];
  }
  if (path === '/orders') {
    const open = orders.filter((order) => ['WORKING', 'PENDING', 'SUBMITTED', 'PENDING_CANCEL'].includes(order.state));
    return items((url.searchParams.get('status') === 'open' ? open : orders).slice(0, limit));
  }
  const cancel = /^\/orders\/(\w+)$/.exec(path);
  if (cancel && method === 'DELETE') {
    orders.find((order) => order.clientOrderId === cancel[1])?.cancel?.();
    return [202, null];
  }
  const act = /^\/strategy-instances\/([\w-]+)\/(pause|resume)$/.exec(path);
  if (act) {
    const instance = strategies.find(({ id }) => id === act[1]);
    instance.state = act[2] === 'pause' ? 'PAUSED' : 'RUNNING';
    return [200, instance];
  }
  return problem(404, 'Not found', `No ${method} ${path}`);
}

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };

const server = createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost');
  if (!url.pathname.startsWith('/api/')) {
    const file = join(DIST, normalize(url.pathname === '/' ? '/index.html' : url.pathname));
    if (!existsSync(file)) return response.writeHead(404).end();
    return response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream', 'Content-Security-Policy': CSP }).end(readFileSync(file));
  }
  let text = '';
  for await (const chunk of request) text += chunk;
  const body = text === '' ? null : JSON.parse(text);
  const user = tokens.get(request.headers.authorization?.replace('Bearer ', ''));
  let [status, json] = [401, { title: 'Not logged in', status: 401, detail: 'The token is missing or over.' }];
  if (url.pathname === '/api/v1/auth/login') {
    [status, json] = body.password === 'palmyra' && ROLES[body.username] ? [200, session(body.username)] : [401, { title: 'Not logged in', status: 401, detail: 'Wrong.' }];
  } else if (user && user.until > Date.now()) {
    [status, json] = answer(request.method, url, body, user, request.headers);
  }
  response.writeHead(status, { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' });
  response.end(json === null ? '' : JSON.stringify(json));
});

new WebSocketServer({ server, path: '/api/v1/stream' }).on('connection', (socket) => {
  let until = 0;
  const patience = setTimeout(() => socket.close(4401), 5_000);
  const watch = setInterval(() => until > 0 && until < Date.now() && socket.close(4401), 500);
  socket.on('message', (data) => {
    const message = JSON.parse(data);
    if (message.type === 'authenticate') {
      const user = tokens.get(message.token);
      if (!user || user.until < Date.now()) return socket.close(4401);
      clearTimeout(patience);
      until = user.until;
      socket.send(JSON.stringify({ type: 'authenticated', expiresAt: new Date(until).toISOString() }));
    } else if (message.type === 'subscribe') {
      socket.send(JSON.stringify({ type: 'subscribed', streams: message.streams }));
      clients.add(socket);
    }
  });
  socket.on('close', () => {
    clearTimeout(patience);
    clearInterval(watch);
    clients.delete(socket);
  });
});

const pick = (list) => list[Math.floor(Math.random() * list.length)];
let beats = 0;
setInterval(() => publish('quotes', envelope('quote-tick', step(pick(instruments).instrument))), 60);
setInterval(() => process.env.SILENT || publish('control', envelope('risk-heartbeat', { instance: 'mock', counter: ++beats, partitions: [0], at: new Date().toISOString() })), 1_000);
setInterval(() => publish('portfolio', envelope('portfolio-updated', books())), 1_000);
setInterval(() => {
  if (active().some(({ scope, mode }) => scope === 'all' && mode === 'HALTED')) return;
  submit({ instrument: 'EURUSD.SIM', side: pick(['BUY', 'SELL']), type: 'MARKET', quantity: '10000', timeInForce: 'IOC' }, 'strategy:sma-eurusd', publish);
}, 9_000);
submit({ instrument: 'GBPUSD.SIM', side: 'BUY', type: 'LIMIT', quantity: '20000', limitPrice: '1.26000', timeInForce: 'GTC' }, 'person:admin', publish);
submit({ instrument: 'ETHUSD.SIM', side: 'SELL', type: 'STOP', quantity: '1.5', stopPrice: '3300.00', timeInForce: 'GTC' }, 'person:admin', publish);

server.listen(PORT, '127.0.0.1', () => console.log(`http://127.0.0.1:${PORT}`));
