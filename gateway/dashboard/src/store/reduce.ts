import * as read from '../api/read';
import type { Alert } from '../model';
import type { Envelope } from '../stream/stream';
import { withControlMessage } from './control';
import { withFillMessage } from './fills';
import { middleOf, withPrice, withQuote } from './market';
import { withOrderEvent } from './orders';
import { withPortfolioMessage } from './portfolio';
import type { Loading, Notice, Resource, State } from './state';

const DECISIONS_KEPT = 200;
const NOTICES_KEPT = 4;
const ALERTS_KEPT = 50;

/** The state after one message of the stream. Pure: a message twice gives what it gave once. */
export function withMessage(state: State, stream: string, envelope: Envelope, receivedAtMillis: number): State {
  switch (stream) {
    case 'quotes':
      return withTick(state, envelope);
    case 'orders':
      return { ...state, orders: withOrderEvent(state.orders, envelope) };
    case 'fills':
      return { ...state, fills: withFillMessage(state.fills, envelope) };
    case 'portfolio':
      return { ...state, portfolio: withPortfolioMessage(state.portfolio, state.account, envelope) };
    case 'control':
      return { ...state, control: withControlMessage(state.control, envelope, receivedAtMillis) };
    case 'decisions':
      return withDecision(state, envelope);
    case 'alerts':
      return withAlert(state, envelope);
    default:
      return state;
  }
}

function withTick(state: State, { type, body }: Envelope): State {
  if (type !== 'quote-tick') return state;
  const quotes = withQuote(state.quotes, body);
  if (quotes === state.quotes || body['instrument'] !== state.candles.instrument) return { ...state, quotes };
  const candles = withPrice(state.candles, middleOf(body), Date.parse(String(body['time'])));
  return { ...state, quotes, candles };
}

function withDecision(state: State, { type, body }: Envelope): State {
  if (type !== 'signal-accepted' && type !== 'signal-denied') return state;
  const decision = read.decision(type, body);
  if (decision.signalId === '' || state.decisions.has(decision.signalId)) return state;
  const decisions = new Map(state.decisions).set(decision.signalId, decision);
  const oldest = decisions.keys().next().value;
  if (decisions.size > DECISIONS_KEPT && oldest !== undefined) decisions.delete(oldest);
  return { ...state, decisions };
}

function withAlert(state: State, { id, body }: Envelope): State {
  if (state.alerts.some((alert) => alert.id === id)) return state;
  const alert: Alert = {
    id,
    severity: read.string(body['severity']) ?? 'INFO',
    code: read.string(body['code']) ?? '',
    summary: read.string(body['summary']) ?? '',
    at: read.string(body['at']) ?? '',
  };
  const alerts = [alert, ...state.alerts].slice(0, ALERTS_KEPT);
  if (alert.severity === 'INFO') return { ...state, alerts };
  return withNotice({ ...state, alerts }, { id, tone: 'bad', title: alert.code, detail: alert.summary });
}

/** The same words twice are said once. */
export function withNotice(state: State, notice: Notice): State {
  const others = state.notices.filter(({ title, detail }) => title !== notice.title || detail !== notice.detail);
  return { ...state, notices: [...others, notice].slice(-NOTICES_KEPT) };
}

export const withLoading = (state: State, resource: Resource, loading: Loading): State => ({
  ...state,
  loading: { ...state.loading, [resource]: loading },
});
