import { DeskContext } from '../desk';
import type { OpenDesk } from '../open';
import { StoreContext, type Store } from '../store/store';
import { ControlPanel } from './ControlPanel';
import { EquityPanel } from './EquityPanel';
import { FillsPanel } from './FillsPanel';
import { Header } from './Header';
import { MarketPanel } from './MarketPanel';
import { Notices } from './Notices';
import { OrdersPanel } from './OrdersPanel';
import { ParentsPanel } from './ParentsPanel';
import { PositionsPanel } from './PositionsPanel';
import { QuotesPanel } from './QuotesPanel';
import { StrategiesPanel } from './StrategiesPanel';
import { TicketPanel } from './TicketPanel';

const SECTIONS = [
  ['equity', 'Equity'],
  ['market', 'Market'],
  ['positions', 'Positions'],
  ['orders', 'Orders'],
  ['ticket', 'Trade'],
] as const;

export function Workspace({ desk, store }: { desk: OpenDesk; store: Store }) {
  return (
    <DeskContext value={desk}>
      <StoreContext value={store}>
        <a className="skip" href="#content">
          Skip to content
        </a>
        <Header />
        <main id="content" tabIndex={-1}>
          <h1 className="visually-hidden">Trading desk</h1>
          <div className="column">
            <EquityPanel />
            <MarketPanel />
            <PositionsPanel />
            <ParentsPanel />
            <OrdersPanel />
          </div>
          <div className="column rail">
            <QuotesPanel />
            <TicketPanel />
            <ControlPanel />
            <StrategiesPanel />
            <FillsPanel />
          </div>
        </main>
        <footer>
          Times are UTC. Charts by{' '}
          <a href="https://www.tradingview.com/" rel="noreferrer" target="_blank">
            TradingView Lightweight Charts™
          </a>
        </footer>
        <nav className="sections" aria-label="Sections">
          {SECTIONS.map(([id, label]) => (
            <a key={id} href={`#${id}`}>
              {label}
            </a>
          ))}
        </nav>
        <Notices />
      </StoreContext>
    </DeskContext>
  );
}
