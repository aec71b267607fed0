// The plan of the board's template: what the group leaves with, step by step how it gets there, and what goes with it: the
// example, the groups' results, a template of one's own. Its steps are the session's.
import { textIn } from '@commonboard/shared/domain/text.ts';
import type { BoardModel } from '@commonboard/shared/domain/model.ts';
import { hasExample } from '@commonboard/shared/templates/example-records.ts';
import type { Template } from '@commonboard/shared/templates/format.ts';
import { mergeGroups } from '@commonboard/shared/templates/merge-groups.ts';
import { Combine, Eraser, Save, Sparkles } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Editor } from 'tldraw';
import { Button } from '../ui/button.tsx';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import { showToast } from '../ui/toast-list.ts';
import styles from './agenda.module.css';
import { bringResultsBack } from './bring-back.ts';
import { clearExample, isExampleShown, showExample } from './example-on-board.ts';
import { SaveAsTemplate } from './save-as-template.tsx';

export interface AgendaPanelProps {
  editor: Editor;
  model: BoardModel;
  /** Null for a board without one; undefined until it is here. */
  template: Template | null | undefined;
  /** It could not be fetched. */
  isMissing: boolean;
  mayEdit: boolean;
  isFacilitator: boolean;
  /** Its steps, as the session has them. */
  steps: ReactNode;
}

export function AgendaPanel(props: AgendaPanelProps) {
  const { template, isMissing, steps } = props;
  return (
    <section className={styles.panel} aria-label={t('agenda.tab')}>
      {template === undefined && <p className={styles.lead}>{t(isMissing ? 'agenda.not-here' : 'agenda.waiting')}</p>}
      {template === null && <p className={styles.lead}>{t('agenda.none')}</p>}
      {template && <Purpose template={template} />}
      <Actions {...props} />
      {steps}
      {template && <Origin template={template} />}
    </section>
  );
}

function Purpose({ template }: { template: Template }) {
  return (
    <>
      <h2 className={styles.title}>{textIn(template.title, locale)}</h2>
      <p className={styles.lead}>{textIn(template.purpose, locale)}</p>
      <p className={styles.yields}>
        <span className={styles.label}>{t('agenda.leave-with')}</span>
        {textIn(template.leaveWith, locale)}
      </p>
    </>
  );
}

function Actions({ editor, model, template, mayEdit, isFacilitator }: AgendaPanelProps) {
  const [isSaving, setSaving] = useState(false);
  if (!mayEdit) return null;
  const hasGroups = isFacilitator && mergeGroups(model) !== null;
  return (
    <div className={styles.actions}>
      {template && hasExample(template) && <ExampleSwitch {...{ editor, model, template }} />}
      {hasGroups && (
        <Button
          icon={<Combine size={18} aria-hidden="true" />}
          onClick={() => {
            if (!bringResultsBack(editor, model)) showToast('trouble', t('agenda.bring-back.full'));
          }}
        >
          {t('agenda.bring-back')}
        </Button>
      )}
      {isFacilitator && model.zones.length > 0 && template !== undefined && (
        <Button icon={<Save size={18} aria-hidden="true" />} onClick={() => setSaving(true)}>
          {t('agenda.save')}
        </Button>
      )}
      {isSaving && (
        <SaveAsTemplate {...{ editor, model, base: template ?? undefined }} onClose={() => setSaving(false)} />
      )}
    </div>
  );
}

function ExampleSwitch({ editor, model, template }: { editor: Editor; model: BoardModel; template: Template }) {
  if (isExampleShown(model))
    return (
      <Button icon={<Eraser size={18} aria-hidden="true" />} onClick={() => clearExample(editor)}>
        {t('agenda.example.clear')}
      </Button>
    );
  return (
    <Button
      icon={<Sparkles size={18} aria-hidden="true" />}
      onClick={() => {
        if (!showExample(editor, template, model)) showToast('trouble', t('agenda.example.not'));
      }}
    >
      {t('agenda.example.show')}
    </Button>
  );
}

function Origin({ template }: { template: Template }) {
  return (
    <p className={styles.origin}>
      {textIn(template.credits, locale)} {t('agenda.licence', { licence: template.licence })}
    </p>
  );
}
