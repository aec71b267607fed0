// Any table of results as a table on the page: the columns that hold something, numbers to the right.
import { shownColumns, shownText, type Table } from '@commonboard/shared/domain/harvest/table.ts';
import { withFilledColumns } from '@commonboard/shared/domain/harvest/tables.ts';
import { textIn } from '@commonboard/shared/domain/text.ts';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import styles from './results.module.css';

/** More would be slow, and nobody reads it here. */
const rowsMax = 300;

export function TableView({ table }: { table: Table }) {
  const columns = shownColumns(withFilledColumns(table));
  const more = table.rows.length - rowsMax;
  return (
    <>
      {/* Wide tables are moved by keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached */}
      <section className={styles.scroll} tabIndex={0} aria-label={textIn(table.title, locale)}>
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map(({ key, title }) => (
                <th key={key} scope="col">
                  {textIn(title, locale)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.slice(0, rowsMax).map((row, i) => (
              // oxlint-disable-next-line react/no-array-index-key -- rows have nothing else of their own, and are never sorted
              <tr key={i}>
                {columns.map((column) => (
                  <td key={column.key} data-number={typeof row[column.key] === 'number' && !column.words}>
                    {shownText(column, row[column.key], locale)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {more > 0 && <p className={styles.quiet}>{t('results.rows-more', { count: more })}</p>}
    </>
  );
}
