// How sectors voted differently, as a table; only there where it tells of nobody.
import type { Result } from '@commonboard/shared/voting/result.ts';
import type { RoundView } from '@commonboard/shared/voting/round-view.ts';
import { Hidden } from '../ui/hidden.tsx';
import { t } from '../ui/messages/t.ts';
import styles from './voting.module.css';

export function SectorSplit({ round, result }: { round: RoundView; result: Result }) {
  if (!result.split) return null;
  return (
    <table className={styles.table}>
      <caption className={styles.label}>{t('voting.result.by-sector')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <Hidden>{round.question}</Hidden>
          </th>
          {result.split.map(({ sector, votes }) => (
            <th key={sector} scope="col">
              {t('voting.result.sector', { sector: sector ?? t('voting.sector.none'), votes })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {round.options.map(({ id, words }, i) => (
          <tr key={id}>
            <th scope="row">{words}</th>
            {result.split?.map(({ sector, options }) => (
              <td key={sector}>{cellOf(options[i])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Dots, or how many stand on each level. */
function cellOf(count: { total: number; spread: readonly number[] } | undefined): string {
  if (!count) return '';
  return count.spread.length > 0 ? count.spread.join(' · ') : String(count.total);
}
