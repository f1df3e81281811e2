import { useEffect, useState } from 'react';
import { formatDecimal } from '../decimal';
import { words } from '../format';
import { useSelect } from '../store/store';

const PATIENCE_MILLIS = 10_000;

/** What became of an order by hand: risk's decision, then the order's state as it goes on. */
export function TicketOutcome({ signalId }: { signalId: string }) {
  const decision = useSelect((state) => state.decisions.get(signalId));
  const order = useSelect((state) => state.orders.byId.get(decision?.clientOrderId ?? ''));
  const [late, setLate] = useState(false);

  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MILLIS);
    return () => clearTimeout(timer);
  }, []);

  if (decision === undefined) {
    return (
      <p className={`note ${late ? 'warn' : 'busy'}`} role="status">
        {late ? 'Risk has not decided yet. The order may still come: look at Orders before you send another.' : 'Sent. Waiting for risk’s decision…'}
      </p>
    );
  }
  if (decision.outcome === 'DENIED') {
    return (
      <p className="note bad" role="alert">
        <strong>Denied: {decision.code ?? 'no code'}.</strong> {decision.detail}
      </p>
    );
  }
  return (
    <p className="note good" role="status">
      <strong>Accepted.</strong>{' '}
      {order && (
        <>
          {words(order.state)}
          {order.averagePrice !== null && ` at ${formatDecimal(order.averagePrice)}`}
          {order.reason && `: ${order.reason}`}
        </>
      )}
    </p>
  );
}
