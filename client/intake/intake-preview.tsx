// What would change: new cards, cards that change with old and new values, links, and everything that needs a remark.
import type { Intake, Remark } from '@commonboard/shared/domain/intake/intake.ts';
import type { BoardModel } from '@commonboard/shared/domain/model.ts';
import { textIn } from '@commonboard/shared/domain/text.ts';
import { useMemo } from 'react';
import type { MessageKey } from '../ui/messages/catalogue.ts';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import styles from './intake.module.css';
import { previewOf, type PreviewRow } from './preview-rows.ts';

/** More are counted. */
const rowsMax = 100;

export function IntakePreview({ intake, board }: { intake: Intake; board: BoardModel }) {
  const { fresh, changed, links, same } = useMemo(() => previewOf(intake, board), [intake, board]);
  if (intake.problems.length > 0)
    return (
      <section className={styles.problems} role="alert">
        <p>{t('intake.problems')}</p>
        <Remarks remarks={intake.problems} />
      </section>
    );
  const isNothing = fresh.length + changed.length + links.length === 0;
  return (
    <div className={styles.preview}>
      {isNothing && <p>{t('intake.nothing')}</p>}
      {intake.warnings.length > 0 && (
        <details className={styles.warnings} open={intake.warnings.length <= 5}>
          <summary>{t('intake.warnings', { count: intake.warnings.length })}</summary>
          <Remarks remarks={intake.warnings} />
        </details>
      )}
      <Rows title={t('intake.changed', { count: changed.length })} heads={changeHeads} rows={changed} />
      <Rows title={t('intake.new', { count: fresh.length })} heads={newHeads} rows={fresh} />
      <Rows title={t('intake.links', { count: links.length })} heads={linkHeads} rows={links} />
      {same > 0 && <p className={styles.quiet}>{t('intake.same', { count: same })}</p>}
    </div>
  );
}

type HeadKey = Extract<MessageKey, `intake.column.${string}`>;
const newHeads = ['intake.column.kind', 'intake.column.title', 'intake.column.said'] as const;
const changeHeads = ['intake.column.kind', 'intake.column.title', 'intake.column.change'] as const;
const linkHeads = ['intake.column.from', 'intake.column.link', 'intake.column.to'] as const;

function Remarks({ remarks }: { remarks: readonly Remark[] }) {
  return (
    <ul className={styles.remarks}>
      {remarks.map(({ line, what }, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- two remarks may be the same
        <li key={i}>
          <b>{t('intake.line', { line })}</b> {textIn(what, locale)}
        </li>
      ))}
    </ul>
  );
}

interface RowsProps {
  title: string;
  heads: readonly HeadKey[];
  rows: readonly PreviewRow[];
}

function Rows({ title, heads, rows }: RowsProps) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h3 className={styles.heading}>{title}</h3>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, rowsMax).map(({ key, cells }) => (
              <tr key={key}>
                {cells.map((cell, i) => (
                  // oxlint-disable-next-line react/no-array-index-key -- a cell is known by its column
                  <td key={i}>{typeof cell === 'string' ? cell : cell.map((line) => <div key={line}>{line}</div>)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > rowsMax && <p className={styles.quiet}>{t('intake.more', { count: rows.length - rowsMax })}</p>}
    </section>
  );
}
