import { useMemo } from 'react';
import { signOf } from '../decimal';
import { useDesk } from '../desk';
import { pricePlaces } from '../format';
import type { Instrument, Position } from '../model';
import { useSelect } from '../store/store';
import { Content, Num, Panel } from './kit';
import { Table, type Column } from './Table';

export function PositionsPanel() {
  const { live } = useDesk();
  const loading = useSelect((state) => state.loading.positions);
  const positions = useSelect((state) => state.portfolio.positions);
  const instruments = useSelect((state) => state.instruments);
  const columns = useMemo(() => columnsFor(instruments), [instruments]);
  return (
    <Panel id="positions" title="Positions" aside={positions.length > 0 && <span className="count">{positions.length}</span>}>
      <Content loading={loading} has={positions.length > 0} empty="Flat: no open position." onRetry={live.positions}>
        <Table caption="Open positions" columns={columns} rows={positions} rowKey={(row) => row.instrument} />
      </Content>
    </Panel>
  );
}

const columnsFor = (instruments: readonly Instrument[]): Column<Position>[] => [
  {
    header: 'Instrument',
    cell: ({ instrument, quantity }) => (
      <>
        {instrument} <span className={`side ${signOf(quantity) < 0 ? 'sell' : 'buy'}`}>{signOf(quantity) < 0 ? 'Short' : 'Long'}</span>
      </>
    ),
  },
  { header: 'Quantity', number: true, cell: ({ quantity }) => <Num value={quantity} /> },
  {
    header: 'Average price',
    number: true,
    wide: true,
    cell: ({ instrument, averagePrice }) => <Num value={averagePrice} places={pricePlaces(instruments, instrument)} />,
  },
  {
    header: 'Mark',
    number: true,
    wide: true,
    cell: ({ instrument, mark }) => <Num value={mark} places={pricePlaces(instruments, instrument)} />,
  },
  { header: 'Realised', number: true, wide: true, cell: ({ realizedPnl }) => <Num value={realizedPnl} places={2} gain /> },
  {
    header: 'Unrealised',
    number: true,
    cell: ({ unrealizedPnl, currency }) => (
      <>
        <Num value={unrealizedPnl} places={2} gain /> <span className="unit">{currency}</span>
      </>
    ),
  },
];
