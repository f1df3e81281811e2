import { useMemo, useState } from 'react';
import { useDesk } from '../desk';
import { momentOf, pricePlaces, sourceOf, words } from '../format';
import type { Fill, Instrument } from '../model';
import { useSelect } from '../store/store';
import { Content, Num, Panel } from './kit';
import { Table, type Column } from './Table';

const SHOWN = 8;

export function FillsPanel() {
  const { live } = useDesk();
  const loading = useSelect((state) => state.loading.fills);
  const fills = useSelect((state) => state.fills.byId);
  const account = useSelect((state) => state.account);
  const instruments = useSelect((state) => state.instruments);
  const [more, setMore] = useState(false);
  const rows = useMemo(() => sorted(fills, account), [fills, account]);
  const columns = useMemo(() => columnsFor(instruments), [instruments]);
  return (
    <Panel id="fills" title="Fills" aside={rows.length > 0 && <span className="count">{rows.length}</span>}>
      <Content loading={loading} has={rows.length > 0} empty="No fill yet." onRetry={live.fills}>
        <Table caption="Fills, newest first" columns={columns} rows={more ? rows : rows.slice(0, SHOWN)} rowKey={(row) => row.fillId} />
        {rows.length > SHOWN && (
          <button type="button" className="more" onClick={() => setMore(!more)}>
            {more ? 'Show fewer' : `Show all ${rows.length}`}
          </button>
        )}
      </Content>
    </Panel>
  );
}

const sorted = (fills: ReadonlyMap<string, Fill>, account: string): Fill[] =>
  [...fills.values()]
    .filter((fill) => fill.account === account)
    .toSorted((a, b) => Date.parse(b.time) - Date.parse(a.time) || (a.fillId < b.fillId ? 1 : -1));

const columnsFor = (instruments: readonly Instrument[]): Column<Fill>[] => [
  {
    header: 'Instrument',
    cell: ({ instrument, side, source }) => (
      <>
        {instrument} <span className={`side ${side.toLowerCase()}`}>{words(side)}</span>
        <span className="sub">{sourceOf(source)}</span>
      </>
    ),
  },
  { header: 'Quantity', number: true, cell: ({ quantity }) => <Num value={quantity} /> },
  {
    header: 'Price',
    number: true,
    cell: ({ instrument, price }) => <Num value={price} places={pricePlaces(instruments, instrument)} />,
  },
  {
    header: 'Fee',
    number: true,
    wide: true,
    cell: ({ fee, feeCurrency }) => (
      <>
        <Num value={fee} /> <span className="unit">{feeCurrency}</span>
      </>
    ),
  },
  { header: 'Time', number: true, cell: ({ time }) => <span className="num quiet">{momentOf(time)}</span> },
];
