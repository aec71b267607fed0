// The steps of the agenda, each a click away from the places on the board it works in.
import { textIn } from '@commonboard/shared/domain/text.ts';
import type { BoardModel } from '@commonboard/shared/domain/model.ts';
import type { TemplatePhase } from '@commonboard/shared/templates/format.ts';
import { EyeOff, VenetianMask } from 'lucide-react';
import type { Editor } from 'tldraw';
import { showShapes } from '../canvas/show-shapes.ts';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import styles from './agenda.module.css';

interface PhaseListProps {
  phases: readonly TemplatePhase[];
  editor: Editor;
  model: BoardModel;
  isFacilitator: boolean;
}

export function PhaseList({ phases, editor, model, isFacilitator }: PhaseListProps) {
  return (
    <ol className={styles.phases}>
      {phases.map((phase) => (
        <li key={phase.id} className={styles.phase}>
          <button type="button" className={styles.go} onClick={() => showPhase(editor, model, phase)}>
            <span className={styles.name}>{textIn(phase.label, locale)}</span>
            <span className={styles.minutes}>{t('agenda.phase.minutes', { count: phase.minutes })}</span>
          </button>
          <p className={styles.prompt}>{textIn(phase.prompt, locale)}</p>
          <Signs phase={phase} />
          {isFacilitator && phase.facilitatorNote.en !== '' && (
            <p className={styles.note}>
              <span className={styles.label}>{t('agenda.phase.note')}</span>
              {textIn(phase.facilitatorNote, locale)}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function Signs({ phase }: { phase: TemplatePhase }) {
  if (!phase.private && !phase.anonymous) return null;
  return (
    <p className={styles.signs}>
      {phase.private && (
        <span>
          <EyeOff size={14} aria-hidden="true" /> {t('agenda.phase.private')}
        </span>
      )}
      {phase.anonymous && (
        <span>
          <VenetianMask size={14} aria-hidden="true" /> {t('agenda.phase.anonymous')}
        </span>
      )}
    </p>
  );
}

/** A phase that names no zone works in all of them. */
function showPhase(editor: Editor, { zones }: BoardModel, { zoneIds }: TemplatePhase): void {
  const meant = zones.filter(({ part }) => zoneIds.length === 0 || zoneIds.includes(part ?? ''));
  showShapes(
    editor,
    meant.map(({ id }) => id),
  );
}
