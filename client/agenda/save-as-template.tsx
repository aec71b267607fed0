// Save as template: asks what others need to know of it, says what is wrong with it first, and writes the file.
import type { BoardModel } from '@commonboard/shared/domain/model.ts';
import { textIn } from '@commonboard/shared/domain/text.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { Template } from '@commonboard/shared/templates/format.ts';
import { writeTemplateFile } from '@commonboard/shared/templates/template-file.ts';
import { templateFromBoard, type SavingAsTemplate } from '@commonboard/shared/templates/template-from-board.ts';
import { useMemo, useState, type FormEvent } from 'react';
import type { Editor } from 'tldraw';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { SelectField, TextArea } from '../ui/form-fields.tsx';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import { fileNameFrom, saveFile } from '../ui/save-file.ts';
import { TextField } from '../ui/text-field.tsx';
import styles from './agenda.module.css';
import { languageChoices, templateId } from './template-facts.ts';
import { TemplateProblems } from './template-problems.tsx';

interface SaveAsTemplateProps {
  editor: Editor;
  model: BoardModel;
  /** The template the board was made from. */
  base: Template | undefined;
  onClose: () => void;
}

type Wish = Omit<SavingAsTemplate, 'id' | 'base'>;

const contents = [
  { value: 'left-out', label: t('agenda.save.content.left-out') },
  { value: 'kept', label: t('agenda.save.content.kept') },
  { value: 'example', label: t('agenda.save.content.example') },
] as const;

export function SaveAsTemplate({ editor, model, base, onClose }: SaveAsTemplateProps) {
  const [wish, setWish] = useState<Wish>(() => firstWish(model, base));
  const set = (change: Partial<Wish>): void => setWish((now) => ({ ...now, ...change }));
  const { template, outside, problems } = useMemo(
    () => templateFromBoard(editor.store.allRecords(), { ...wish, id: templateId(wish.title), base }),
    [editor, wish, base],
  );
  const isReady = wish.title.trim() !== '' && problems.every(({ level }) => level !== 'error');
  function save(event: FormEvent): void {
    event.preventDefault();
    if (!isReady) return;
    const file = new Blob([writeTemplateFile(template)], { type: 'application/json' });
    saveFile(fileNameFrom(wish.title, 'template.json'), file);
    onClose();
  }
  return (
    <Dialog open size="wide" onClose={onClose} title={t('agenda.save')} text={t('agenda.save.text')}>
      <form className={styles.form} onSubmit={save} noValidate>
        <TextField
          label={t('agenda.save.title')}
          value={wish.title}
          maxLength={limits.titleCharsMax}
          error={wish.title.trim() === '' ? t('agenda.save.title.empty') : null}
          onChange={({ target }) => set({ title: target.value })}
        />
        <TextArea
          label={t('agenda.save.purpose')}
          value={wish.purpose}
          rows={2}
          maxLength={limits.labelCharsMax}
          onText={(purpose) => set({ purpose })}
        />
        <TextArea
          label={t('agenda.leave-with')}
          value={wish.leaveWith}
          rows={2}
          maxLength={limits.labelCharsMax}
          onText={(leaveWith) => set({ leaveWith })}
        />
        <SelectField
          label={t('agenda.save.content')}
          value={wish.content}
          options={contents}
          onValue={(content) => set({ content })}
        />
        <SelectField
          label={t('agenda.save.language')}
          value={wish.locale}
          options={languageChoices()}
          onValue={(language) => set({ locale: language })}
        />
        <TextArea
          label={t('agenda.save.credits')}
          value={wish.credits}
          rows={2}
          maxLength={limits.labelCharsMax}
          onText={(credits) => set({ credits })}
        />
        <TextField
          label={t('agenda.save.licence')}
          hint={t('agenda.save.licence.hint')}
          value={wish.licence}
          maxLength={100}
          onChange={({ target }) => set({ licence: target.value })}
        />
        <TemplateProblems problems={problems} outside={outside} />
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" disabled={!isReady}>
            {t('agenda.save.do')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function firstWish({ title }: BoardModel, base: Template | undefined): Wish {
  return {
    title,
    purpose: base ? textIn(base.purpose, locale) : '',
    leaveWith: base ? textIn(base.leaveWith, locale) : '',
    credits: base ? textIn(base.credits, locale) : '',
    licence: base?.licence ?? 'CC-BY-4.0',
    locale,
    content: 'left-out',
  };
}
