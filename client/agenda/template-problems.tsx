// What is wrong with a template before it is saved, and what is left out of it.
import type { TemplateProblem } from '@commonboard/shared/templates/template-rules.ts';
import { CircleAlert, Info } from 'lucide-react';
import { t } from '../ui/messages/t.ts';
import styles from './agenda.module.css';

const shownMax = 8;

export function TemplateProblems({ problems, outside }: { problems: readonly TemplateProblem[]; outside: number }) {
  const shown = problems.toSorted((a, b) => Number(b.level === 'error') - Number(a.level === 'error'));
  if (shown.length === 0 && outside === 0) return null;
  return (
    <ul className={styles.problems} aria-label={t('agenda.save.problems')}>
      {shown.slice(0, shownMax).map(({ level, says }) => (
        <li key={says} data-level={level}>
          {level === 'error' ? <CircleAlert size={16} aria-hidden="true" /> : <Info size={16} aria-hidden="true" />}
          {says}
        </li>
      ))}
      {shown.length > shownMax && <li>{t('agenda.save.problems.more', { count: shown.length - shownMax })}</li>}
      {outside > 0 && (
        <li>
          <Info size={16} aria-hidden="true" />
          {t('agenda.save.outside', { count: outside })}
        </li>
      )}
    </ul>
  );
}
