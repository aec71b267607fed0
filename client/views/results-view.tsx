// The results framework: every result with what it is measured by.
import { resultsFramework } from '@commonboard/shared/domain/views/results-framework.ts';
import { t } from '../ui/messages/t.ts';
import type { ViewProps } from './board-views.tsx';
import { CardChip } from './card-chip.tsx';
import styles from './views.module.css';

export function ResultsView({ model, onCard }: ViewProps) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('views.results.code')}</th>
            <th scope="col">{t('views.results.result')}</th>
            <th scope="col">{t('views.results.indicator')}</th>
            <th scope="col">{t('views.results.baseline')}</th>
            <th scope="col">{t('views.results.target')}</th>
            <th scope="col">{t('views.results.actual')}</th>
            <th scope="col">{t('views.results.source')}</th>
            <th scope="col">{t('views.results.responsible')}</th>
          </tr>
        </thead>
        <tbody>
          {resultsFramework(model).map(({ resultCode, indicatorCode, result, indicator }) => {
            const { baseline, unit, target, targetDate, actual, actualDate, source, responsible, owner } =
              indicator?.fields ?? {};
            return (
              <tr key={`${resultCode} ${indicatorCode ?? ''} ${result?.id ?? ''}`}>
                <th scope="row">{indicatorCode ?? resultCode}</th>
                <td>{result && <CardChip card={result} onCard={onCard} />}</td>
                <td>{indicator && <CardChip card={indicator} onCard={onCard} after={unit} />}</td>
                <td>{baseline}</td>
                <td>{joined(target, targetDate)}</td>
                <td>{joined(actual, actualDate)}</td>
                <td>{source}</td>
                <td>{responsible ?? owner}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function joined(value: number | string | undefined, day: string | undefined): string {
  return [value, day].filter((part) => part !== undefined).join(', ');
}
