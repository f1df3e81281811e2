import { useMemo, useState } from 'react';
import { asProblem } from '../api/problem';
import { formatDecimal } from '../decimal';
import { useDesk, useRole } from '../desk';
import { momentOf, orderTone, pricePlaces, sourceOf, words } from '../format';
import type { Instrument, Order } from '../model';
import { isOpen } from '../store/orders';
import { useSelect } from '../store/store';
import { Chip, Content, Num, Panel, Segmented } from './kit';
import { Table, type Column } from './Table';

const SHOWN = 15;

export function OrdersPanel() {
  const { live } = useDesk();
  const loading = useSelect((state) => state.loading.orders);
  const orders = useSelect((state) => state.orders.byId);
  const account = useSelect((state) => state.account);
  const instruments = useSelect((state) => state.instruments);
  const mayTrade = useRole('TRADER');
  const [which, setWhich] = useState<'open' | 'all'>('all');
  const [more, setMore] = useState(false);
  const all = useMemo(() => sorted(orders, account), [orders, account]);
  const open = useMemo(() => all.filter(isOpen), [all]);
  const rows = which === 'open' ? open : all;
  const shown = more ? rows : rows.slice(0, SHOWN);
  const columns = useMemo(() => columnsFor(instruments, mayTrade), [instruments, mayTrade]);
  const options = [
    { value: 'all', label: 'All' },
    { value: 'open', label: `Open ${open.length}` },
  ] as const;
  return (
    <Panel id="orders" title="Orders" aside={<Segmented legend="Which orders" hideLegend value={which} options={options} onChange={setWhich} />}>
      <Content
        loading={loading}
        has={rows.length > 0}
        empty={which === 'open' ? 'No order is open.' : 'No order yet.'}
        onRetry={live.orders}
      >
        <Table caption="Orders, newest first" columns={columns} rows={shown} rowKey={(row) => row.clientOrderId} />
        {rows.length > SHOWN && (
          <button type="button" className="more" onClick={() => setMore(!more)}>
            {more ? 'Show fewer' : `Show all ${rows.length}`}
          </button>
        )}
      </Content>
    </Panel>
  );
}

const sorted = (orders: ReadonlyMap<string, Order>, account: string): Order[] =>
  [...orders.values()]
    .filter((order) => order.account === account)
    .toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt) || (a.clientOrderId < b.clientOrderId ? 1 : -1));

const columnsFor = (instruments: readonly Instrument[], mayTrade: boolean): Column<Order>[] => [
  {
    header: 'Instrument',
    cell: (order) => (
      <>
        {order.instrument} <span className={`side ${order.side.toLowerCase()}`}>{words(order.side)}</span>
        <span className="sub narrow">{sourceOf(order.source)}</span>
      </>
    ),
  },
  { header: 'Type', wide: true, cell: (order) => <Terms order={order} places={pricePlaces(instruments, order.instrument)} /> },
  {
    header: 'Filled',
    number: true,
    cell: (order) => (
      <span className="num">
        {formatDecimal(order.cumulativeQuantity)} <span className="quiet of">/ {formatDecimal(order.quantity)}</span>
      </span>
    ),
  },
  {
    header: 'Average price',
    number: true,
    wide: true,
    cell: (order) => <Num value={order.averagePrice} places={pricePlaces(instruments, order.instrument)} />,
  },
  { header: 'Source', wide: true, cell: (order) => <span className="quiet">{sourceOf(order.source)}</span> },
  {
    header: 'State',
    cell: (order) => (
      <>
        <Chip tone={orderTone(order.state)}>{words(order.state)}</Chip>
        {order.reason && (
          <span className="sub reason" title={order.reason}>
            {order.reason}
          </span>
        )}
      </>
    ),
  },
  { header: 'Time', number: true, wide: true, cell: (order) => <span className="num quiet">{momentOf(order.createdAt)}</span> },
  ...(mayTrade ? [{ header: 'Cancel', silent: true, number: true, cell: (order: Order) => <Cancel order={order} /> }] : []),
];

function Terms({ order, places }: { order: Order; places: number | undefined }) {
  const told = (word: string, price: string | null) => price !== null && `${word} ${formatDecimal(price, { places: places ?? 2 })}`;
  const prices = [told('at', order.limitPrice), told('at', order.stopPrice), told('by', order.trailingOffset)];
  return (
    <>
      {words(order.type)} <span className="num">{prices.filter(Boolean).join(' ')}</span>{' '}
      <span className="quiet">{order.timeInForce}</span>
    </>
  );
}

function Cancel({ order }: { order: Order }) {
  const { api, live } = useDesk();
  const [asked, setAsked] = useState(false);
  if (!isOpen(order)) return null;

  async function cancel() {
    setAsked(true);
    try {
      await api.cancel(order.clientOrderId);
    } catch (thrown) {
      const { title, message } = asProblem(thrown);
      live.notify({ tone: 'bad', title: `Not canceled: ${title}`, detail: message });
      setAsked(false);
    }
  }

  return (
    <button
      type="button"
      className="small"
      disabled={asked || order.state === 'PENDING_CANCEL'}
      aria-label={`Cancel ${words(order.side)} ${formatDecimal(order.quantity)} ${order.instrument}`}
      onClick={cancel}
    >
      {asked ? '…' : 'Cancel'}
    </button>
  );
}
