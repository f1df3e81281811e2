import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly header: string;
  /** Numbers stand at the right. */
  readonly number?: boolean;
  /** Left out where the table is narrow. */
  readonly wide?: boolean;
  /** The header is for screen readers only. */
  readonly silent?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

/** A table whose first column names its row. */
export function Table<Row>(props: { caption: string; columns: readonly Column<Row>[]; rows: readonly Row[]; rowKey: (row: Row) => string }) {
  const style = ({ number, wide }: Column<Row>) => `${number ? 'right' : ''} ${wide ? 'wide' : ''}`.trim() || undefined;
  return (
    <div className="table">
      <table>
        <caption className="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th key={column.header} scope="col" className={style(column)}>
                {column.silent ? <span className="visually-hidden">{column.header}</span> : column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={props.rowKey(row)}>
              {props.columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.header} scope="row" className={style(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.header} className={style(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
